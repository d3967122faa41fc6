import * as z from 'zod'

/**
 * Every way in which the API says no, with its status (RFC 9110) and its sentence in each interface language.
 * 403 is "not yours", 404 hides existence, 409 and 412 are "somebody was faster", 422 names the field.
 */
export const problems = {
  bad_request: { status: 400, en: 'The request could not be read.', ru: 'Запрос не удалось прочитать.' },
  bad_cursor: {
    status: 400,
    en: 'This page link is damaged or too old. Start again from the first page.',
    ru: 'Эта ссылка на страницу повреждена или устарела. Начните с первой страницы.',
  },
  not_signed_in: { status: 401, en: 'Sign in first.', ru: 'Сначала войдите.' },
  proof_refused: {
    status: 401,
    en: 'This did not work. It may be mistyped, used already, older than ten minutes, or asked for in another browser. After five wrong tries only a new letter helps.',
    ru: 'Не подошло. Возможно, опечатка, или это уже использовано, или прошло больше десяти минут, или письмо запрошено в другом браузере. После пяти неверных попыток поможет только новое письмо.',
  },
  not_yours: { status: 403, en: 'You may not do this.', ru: 'У вас нет права это сделать.' },
  step_up_needed: {
    status: 403,
    en: 'Confirm that it is you. Nothing has been done yet.',
    ru: 'Подтвердите, что это вы. Пока ничего не сделано.',
  },
  cross_site: {
    status: 403,
    en: 'The request came from another site and was refused.',
    ru: 'Запрос пришёл с другого сайта и отклонён.',
  },
  not_found: {
    status: 404,
    en: 'There is nothing here, or it is not for you to see.',
    ru: 'Здесь ничего нет, или это не для вас.',
  },
  changed_meanwhile: {
    status: 409,
    en: 'Somebody saved this while you were editing. Nothing of theirs or yours is lost: compare and save again.',
    ru: 'Пока вы редактировали, кто-то сохранил изменения. Ничего не потеряно: сравните и сохраните снова.',
  },
  already_running: { status: 409, en: 'This has already been started.', ru: 'Это уже запущено.' },
  check_first: {
    status: 409,
    en: 'Check the file first; then it can be run.',
    ru: 'Сначала проверьте файл, потом его можно запустить.',
  },
  on_do_not_list: {
    status: 409,
    en: 'This organisation asked not to be listed.',
    ru: 'Эта организация просила не включать её в каталог.',
  },
  last_steward: {
    status: 409,
    en: 'The organisation would have no steward left. Make somebody else steward first.',
    ru: 'У организации не осталось бы ни одного распорядителя. Сначала сделайте распорядителем кого-нибудь ещё.',
  },
  people_changed: {
    status: 409,
    en: 'The people of the organisation changed meanwhile, so nothing was done. Look at the list again.',
    ru: 'Состав людей организации тем временем изменился, поэтому ничего не сделано. Посмотрите список ещё раз.',
  },
  already_member: { status: 409, en: 'You belong to this organisation already.', ru: 'Вы уже в этой организации.' },
  too_many_people: {
    status: 409,
    en: 'An organisation can have 200 people, and this one has.',
    ru: 'В организации может быть не больше 200 человек, и столько уже есть.',
  },
  too_many_memberships: {
    status: 409,
    en: 'One person can belong to 20 organisations. Leave one of yours first.',
    ru: 'Один человек может состоять в 20 организациях. Сначала выйдите из одной из своих.',
  },
  too_many_invitations: {
    status: 409,
    en: 'There are 50 open invitations already. Withdraw some first.',
    ru: 'Уже открыто 50 приглашений. Сначала отзовите часть из них.',
  },
  last_factor: {
    status: 409,
    en: 'This is your only second factor. Add another one first.',
    ru: 'Это ваш единственный второй фактор. Сначала добавьте другой.',
  },
  passkeys_full: {
    status: 409,
    en: 'You have ten passkeys already. Remove one first.',
    ru: 'У вас уже десять ключей доступа. Сначала уберите один.',
  },
  no_guardians: {
    status: 409,
    en: 'For this two people must have agreed to be your guardians.',
    ru: 'Для этого два человека должны были согласиться стать вашими доверенными людьми.',
  },
  too_many_guardians: {
    status: 409,
    en: 'You have two guardians already, or have asked enough people. Take one back first.',
    ru: 'У вас уже двое доверенных людей, или вы попросили достаточно многих. Сначала отзовите кого-нибудь.',
  },
  only_vetted: {
    status: 409,
    en: 'This is for vetted organisations only.',
    ru: 'Это доступно только проверенным организациям.',
  },
  already_in_circle: {
    status: 409,
    en: 'This organisation is in the circle or has been invited already.',
    ru: 'Эта организация уже в круге или уже приглашена.',
  },
  circle_full: {
    status: 409,
    en: 'The circle is full: 50 organisations at most, those invited included.',
    ru: 'Круг заполнен: не больше 50 организаций вместе с приглашёнными.',
  },
  too_many_circles: {
    status: 409,
    en: 'The organisation is in 20 circles already. Leave one first.',
    ru: 'Организация состоит уже в 20 кругах. Сначала выйдите из одного.',
  },
  may_not_vouch_yet: {
    status: 409,
    en: 'An organisation may vouch for others once it has been vetted for 60 days.',
    ru: 'Организация может поручаться за других через 60 дней после приёма.',
  },
  already_vouched: {
    status: 409,
    en: 'Your organisation already vouches for this one.',
    ru: 'Ваша организация уже поручилась за эту.',
  },
  vouches_used_up: {
    status: 409,
    en: 'Your organisation has vouched three times in three months. Wait until one of these is older.',
    ru: 'За три месяца ваша организация поручилась трижды. Подождите, пока одно из поручительств не станет старше.',
  },
  not_supported: {
    status: 409,
    en: 'The vouches do not carry this organisation yet.',
    ru: 'Поручительств для этой организации пока недостаточно.',
  },
  needs_two_stewards: {
    status: 409,
    en: 'The organisation needs two stewards first.',
    ru: 'Сначала у организации должно быть два распорядителя.',
  },
  too_few_founding: {
    status: 409,
    en: 'There must stay two founding organisations at least. Add another one first.',
    ru: 'Должно остаться не меньше двух организаций-основательниц. Сначала добавьте ещё одну.',
  },
  not_now: {
    status: 409,
    en: 'This is not possible in the present state.',
    ru: 'В нынешнем состоянии это невозможно.',
  },
  already_proposed: {
    status: 409,
    en: 'This has already been proposed and waits for a second person.',
    ru: 'Это уже предложено и ждёт второго человека.',
  },
  proposal_closed: {
    status: 409,
    en: 'This proposal no longer waits: it was decided, withdrawn, or its time is over.',
    ru: 'Это предложение уже не ждёт: по нему решили, его отозвали, или его время вышло.',
  },
  alert_closed: {
    status: 409,
    en: 'This alert has ended, or has not gone out yet.',
    ru: 'Эта тревога уже завершена или ещё не разослана.',
  },
  alert_full: {
    status: 409,
    en: 'This alert holds as much as one can. Say how it ended, and raise another one.',
    ru: 'Больше в эту тревогу не помещается. Укажите, чем она закончилась, и поднимите новую.',
  },
  check_in_raised: {
    status: 409,
    en: 'The alert has already gone out. If you are safe, call it off with your code.',
    ru: 'Тревога уже разослана. Если вы в безопасности, отмените её своим кодом.',
  },
  check_in_running: {
    status: 409,
    en: 'You still have a check-in running. Cancel it with your code first, or let it come to its end.',
    ru: 'У вас ещё идёт отметка безопасности. Сначала отмените её своим кодом или дождитесь её конца.',
  },
  too_many_check_ins: {
    status: 409,
    en: 'Ten check-ins of yours are running already. Cancel one first.',
    ru: 'У вас уже идут десять отметок безопасности. Сначала отмените одну.',
  },
  no_such_account: {
    status: 409,
    en: 'Nobody with this address has an account yet.',
    ru: 'Ни у кого с этим адресом ещё нет учётной записи.',
  },
  needs_another_party: {
    status: 403,
    en: 'This needs somebody of another vetted organisation, one that has no part in it.',
    ru: 'Нужен человек из другой принятой организации, которой это не касается.',
  },
  too_large: { status: 413, en: 'The file or form is too large.', ru: 'Файл или форма слишком велики.' },
  unsupported_type: {
    status: 415,
    en: 'This kind of content is not accepted here.',
    ru: 'Содержимое такого вида здесь не принимается.',
  },
  invalid: { status: 422, en: 'Something in the form needs your attention.', ru: 'Проверьте, пожалуйста, форму.' },
  unreadable_file: { status: 422, en: 'The file could not be read.', ru: 'Файл не удалось прочитать.' },
  precondition_required: {
    status: 428,
    en: 'Say which version you are changing (If-Match).',
    ru: 'Укажите, какую версию вы меняете (If-Match).',
  },
  too_many: {
    status: 429,
    en: 'Too many requests. Wait a little and try again.',
    ru: 'Слишком много запросов. Подождите немного и попробуйте снова.',
  },
  fault: {
    status: 500,
    en: 'Something broke on our side. Look whether it has been saved, and try again in a minute.',
    ru: 'У нас что-то сломалось. Посмотрите, сохранилось ли, и попробуйте ещё раз через минуту.',
  },
  unavailable: {
    status: 503,
    en: 'This is not available right now. Please try again in a minute.',
    ru: 'Сейчас это недоступно. Попробуйте через минуту.',
  },
} as const

export type ProblemCode = keyof typeof problems

/** What is wrong with one field or row. `field` is a JSON pointer into the body, or the name of a query parameter. */
export const FieldProblem = z.strictObject({
  field: z.string(),
  code: z.string(),
  message: z.string(),
})
export type FieldProblem = z.infer<typeof FieldProblem>

/** The body of every refusal: RFC 9457, with our code and the fields (https://www.rfc-editor.org/rfc/rfc9457). */
export const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(Object.keys(problems) as [ProblemCode, ...ProblemCode[]]),
  requestId: z.string(),
  errors: z.array(FieldProblem).optional(),
  /** With `step_up_needed`: the act that is to be confirmed. */
  act: z.string().optional(),
})
export type Problem = z.infer<typeof Problem>
