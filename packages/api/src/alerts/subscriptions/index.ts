import { Hono } from 'hono'
import type { Front } from '../../front-door/front.ts'
import { chooseLetters } from './choose-letters.ts'
import { ownBrowsers } from './own-browsers.ts'
import { ownSubscription } from './own-subscription.ts'

export const subscriptions = new Hono<Front>().route('/', ownSubscription).route('/', ownBrowsers).route('/', chooseLetters)
