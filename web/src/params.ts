import { isProfilePart } from '#lib/directory/profile-form/profile-parts.ts'
import { defineParams } from '@sveltejs/kit/params'

export const params = defineParams({
  part: (param) => (isProfilePart(param) ? param : undefined),
  locale: (param) => (param === 'ru' || param === 'en' ? param : undefined),
})
