import type { Me } from '@kunak/contracts/identity'
import type { UiLocale } from '@kunak/vocabulary'
import type { Platform as WebPlatform, Settings } from '../platform.ts'

declare global {
  namespace App {
    interface Platform extends WebPlatform {}
    interface Locals {
      locale: UiLocale
      /** The status that the page is sent with, where it is not 200. */
      status?: number
      /** The cookies that the API has set while this page was made. */
      given?: readonly string[]
    }
    interface PageData {
      locale?: UiLocale
      me?: Me
      settings?: Settings
    }
    interface Error {
      status: number
      message: string
    }
  }
}
