import type { ImportTarget } from '@kunak/contracts/directory'
import { foldName } from '../fold-name.ts'

export type Heading = Exclude<ImportTarget, 'ignore' | 'other_identifier'>

/** What people call the columns of their lists, in Russian, English, French and Arabic; folded, so that case and accents do not count. */
export const headings: Readonly<Record<Heading, readonly string[]>> = {
  key: said(
    'id, key, code, ключ, код, номер, № п/п, n, identifiant, رقم, معرف, ngo id, org id, organization id, external id, row id',
  ),
  name: said(
    `name, title, organization, organisation, organisation name, ngo, latin name, название, наименование, полное наименование, организация, нко,
     nom, nom de l'association, dénomination, association, الاسم, اسم, اسم المنظمة, اسم الجمعية, المنظمة, arabic name`,
  ),
  acronym: said(
    'acronym, abbreviation, short name, сокращение, аббревиатура, краткое название, сокращённое наименование, sigle, acronyme, الاختصار',
  ),
  description: said(
    `description, about, mission, missions, goals, missions and goals, aims, objectives, activities, activity, описание, о нас, миссия, цели,
     деятельность, направления деятельности, задачи, objectifs, activités, الوصف, الأهداف, الأنشطة, النشاطات, summary`,
  ),
  founded: said(
    `founded, year founded, founding year, year, date of creation, date of foundation, established, creation date, year incorporated, основана, год основания,
     год создания, дата создания, дата регистрации, fondée, année de création, date de création, تاريخ التأسيس, سنة التأسيس`,
  ),
  country: said('country, country code, iso2, iso 2, based in, страна, код страны, pays, code pays, البلد, الدولة, بلد'),
  address: said(
    'address, city, town, governorate, headquarters, адрес, город, населённый пункт, adresse, ville, siège, gouvernorat, العنوان, المدينة, الولاية, المحافظة',
  ),
  republics: said(
    'republic, republics, region, regions, works in, where, республика, республики, регион, регионы, где работает, субъект, région, régions, المنطقة',
  ),
  languages: said(
    'language, languages, working languages, язык, языки, рабочие языки, langue, langues, langues de travail, اللغة, اللغات',
  ),
  expertise: said(
    'expertise, skills, areas, areas of work, field, fields, экспертиза, специализация, темы, направления, компетенции, domaines, compétences, expertises, المجالات',
  ),
  legal_form: said(
    'legal form, legal status, type, type of organization, форма, организационно правовая форма, опф, правовая форма, тип, statut juridique, forme juridique, الشكل القانوني, نوع المنظمة',
  ),
  website: said(
    'website, web site, site, url, web, homepage, сайт, веб сайт, адрес сайта, site web, site internet, الموقع, الموقع الالكتروني',
  ),
  ogrn: said('ogrn, огрн'),
  inn: said('inn, инн'),
  charity_number: said('charity number, charity no, gb chc, номер благотворительной организации'),
  georgian_code: said('ge napr, identification code, идентификационный код'),
  email: said(
    'email, e mail, mail, почта, электронная почта, эл почта, адрес электронной почты, courriel, البريد الالكتروني, البريد',
  ),
  phone: said('phone, telephone, tel, mobile, телефон, тел, téléphone, الهاتف, هاتف'),
}

/** Words in a column's name that say in which language its texts are. */
export const languageWords: Readonly<Record<string, readonly string[]>> = {
  ru: said('ru, rus, russian, рус, русский, русском, russe, الروسية'),
  en: said('en, eng, english, англ, английский, английском, anglais, الانجليزية'),
  fr: said('fr, fra, french, французский, français, الفرنسية'),
  ar: said('ar, ara, arabic, арабский, arabe, العربية'),
  ce: said('ce, che, chechen, чеченский'),
  av: said('av, ava, avar, аварский'),
  os: said('os, oss, ossetian, осетинский'),
  ka: said('ka, kat, georgian, грузинский'),
}

function said(phrases: string): readonly string[] {
  return phrases.split(',').map(foldName)
}
