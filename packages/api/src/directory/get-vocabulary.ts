import { expertiseAreas, languages, legalForms, republics } from '@kunak/vocabulary'
import { Hono } from 'hono'
import type { Front } from '../front-door/front.ts'

/** The codes that the directory uses, with their labels in each interface language. */
export const getVocabulary = new Hono<Front>().get('/vocabulary', (c) =>
  c.json({ republics, expertise: expertiseAreas, languages, legalForms }),
)
