import { describe, expect, it } from 'vitest'
import { isLocalMailProvider } from './is-local-mail-provider.ts'

const local = [
  ...['a@mail.ru', 'a@bk.ru', 'a@inbox.ru', 'a@list.ru', 'a@internet.ru', 'a@my.com', 'a@vk.com', 'a@mail.ua'],
  ...['a@yandex.ru', 'a@ya.ru', 'a@yandex.com', 'a@yandex.by', 'a@yandex.kz', 'a@yandex.com.tr', 'a@yandex.co.il', 'a@narod.ru'],
  ...['a@rambler.ru', 'a@lenta.ru', 'a@autorambler.ru', 'a@ro.ru', 'a@rambler.ua', 'a@gmail.ru', 'a@post.su', 'a@мост.рф'],
  ...['a@xn--j1ail.xn--p1ai', 'a@почта.москва', 'a@x.xn--80adxhks', 'a@школа.дети', 'a@x.рус', 'a@x.tatar', 'a@x.moscow'],
  ...[
    'A@MAIL.RU',
    ' a@mail.ru ',
    'a@mail.ru.',
    'a@deep.sub.mail.ru',
    'a@МОСТ.РФ',
    '"odd@name"@mail.ru',
    'a@mail。ru',
    'a@mail．ｒｕ',
  ],
]
const elsewhere = [
  ...['a@proton.me', 'a@gmail.com', 'a@tuta.com', 'a@post.example', 'a@riseup.net', 'a@web.de', 'a@outlook.com', 'a@icloud.com'],
  ...[
    'ru@post.example',
    'mail.ru@post.example',
    'a@mail.ru.example',
    'a@yandex.example.org',
    'a@notyandex.com',
    'a@guru',
    'a@peru.pe',
  ],
  ...['a@myvk.company', 'a@somy.com', 'a@yandexer.com', 'a@maya.com', 'a@рф.example', 'a@kunak.ge', 'not an address', ''],
]

describe('a mail provider that must show mail to the authorities', () => {
  it.each(local)('is known: %s', (mail) => expect(isLocalMailProvider(mail)).toBe(true))
  it.each(elsewhere)('is not taken for one: %s', (mail) => expect(isLocalMailProvider(mail)).toBe(false))
})
