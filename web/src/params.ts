import { defineParams } from '@sveltejs/kit/params'

export const params = defineParams({
  locale: (param) => (param === 'ru' || param === 'en' ? param : undefined),
})
