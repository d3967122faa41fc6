import type { Platform as WebPlatform } from '../platform.ts'

declare global {
  namespace App {
    interface Platform extends WebPlatform {}
    interface Locals {
      locale: 'ru' | 'en'
      /** The status that the page is sent with, where it is not 200. */
      status?: number
    }
    interface Error {
      status: number
      message: string
    }
  }
}
