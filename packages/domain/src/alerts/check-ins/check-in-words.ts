import type { UiLocale } from '@kunak/vocabulary'

/** What the alert of a check-in says in words of its own, by language. */
export const checkInWords = {
  ru: {
    missed: 'Человек обещал выйти на связь до этого времени и не вышел:',
    written: 'Вот что написано заранее:',
    duress: 'Введён код «под принуждением»: отметку велели отменить, и тот, кто это велел, считает её отменённой. Время:',
    quiet:
      'Не звоните и не пишите ни ему, ни его организации, и никому не говорите, что вы об этом знаете: на страницах сайта отметка выглядит отменённой. Свяжитесь с другими координаторами.',
    strict: 'Организация больше не могла получить эту тревогу, поэтому она пришла координаторам.',
  },
  en: {
    missed: 'Somebody promised to report by this time and has not:',
    written: 'This is what was written beforehand:',
    duress:
      'The code for duress was given: somebody was told to cancel this check-in, and whoever told her believes that it is cancelled. Time:',
    quiet:
      'Do not call or write to her or her organisation, and let nobody know that you know: on the pages of the site the check-in looks cancelled. Get in touch with other coordinators.',
    strict: 'Those for whom it was meant can no longer get this alert, so it has come to coordinators.',
  },
} as const satisfies Record<UiLocale, Readonly<Record<string, string>>>
