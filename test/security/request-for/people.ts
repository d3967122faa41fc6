import type { Asked } from '@kunak/testing'

/** Right requests about the people of organisations and one's own account. */
export const peopleRequests: Readonly<Record<string, () => Asked>> = {
  'put /organisations/{id}/people/{personId}': () => ({ json: { role: 'signatory' } }),
  'post /organisations/{id}/handover': () => ({ json: { personId: '01KAV0000000000000000000ZZ' } }),
  'post /organisations/{id}/invitations': () => ({ json: { mail: 'guest@post.example', role: 'member' } }),
  'put /account': () => ({ json: { name: 'Патимат', locale: 'ru', wantsLetters: true } }),
  'post /applications': () => ({
    json: {
      names: { ru: 'Новая тропа' },
      worksIn: ['RU-DA'],
      languages: ['ru'],
      country: 'GE',
      website: '',
      knows: 'Работали вместе с Мостом доверия.',
      mail: 'first@post.example',
      locale: 'ru',
    },
  }),
}
