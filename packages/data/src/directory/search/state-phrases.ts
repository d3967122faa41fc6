import { audiences } from '@kunak/contracts'
import {
  capacities,
  channels,
  deliveries,
  fieldGroups,
  identifierSchemes,
  legalFlagKinds,
  levels,
  standings,
} from '@kunak/contracts/directory'
import { codesOf, expertiseAreas, languages, legalForms, republics } from '@kunak/vocabulary'

const words = `Центр Фонд защит прав женщин помощ поддержк обществен организаци человек семь дет насили юридическ консультаци
  Centre Fund rights women legal organisation support human families children violence https://www. .org .example 00:00.000Z 000Z`

/**
 * What states have in common, piece by piece as it stands in their JSON: each is written in two bytes. Any other text is written letter
 * by letter, so that a piece too few costs a little room and nothing else. A part of the file's layout.
 */
export const statePhrases: readonly string[] = [
  ...new Set([
    ...'{"id":"|","version":|,"profile":{"names":{|"acronym":"|","description":{|"legalForm":|,"foundedYear":|,"basedIn":|null'.split(
      '|',
    ),
    ...',"identifiers":[|],"address":"|","worksIn":[|],"languages":["|"],"expertise":[|],"website":"|","contacts":[|],"safeContact":{'.split(
      '|',
    ),
    ...'},"legalFlags":[|],"audiences":{|},"assuredAt":"20|","createdAt":"20|T09:00:00.000Z|"safeContact":{},"legalFlags":['.split(
      '|',
    ),
    ...'"identifiers":[],"address":"|{"scheme":"|","value":"|","audience":"|{"flag":"|","since":"|","recordedBy":"|{"republic":"'.split(
      '|',
    ),
    ...'","district":"|"},{"republic":"|"},{"area":"|{"area":"|","level":"|","capacity":"|","until":|,"delivery":"|"acronym":"","description":{|,"description":{|"acronym":""'.split(
      '|',
    ),
    ...standings.map((code) => `,"standing":"${code}","assuredAt":"20`),
    ...standings.map((code) => `,"standing":"${code}"`),
    ...codesOf(languages).flatMap((code) => [`"${code}":"`, `","${code}":"`, `"${code}","`, `"${code}`, `${code}","`]),
    ...codesOf(republics).flatMap((code) => [`${code}","district":"`, `${code}","district":""},{"republic":"`]),
    ...codesOf(legalForms).map((code) => `"${code}","foundedYear":`),
    ...codesOf(expertiseAreas).map((code) => `${code}","level":"`),
    ...levels.flatMap((level) => capacities.map((capacity) => `${level}","capacity":"${capacity}","until":null,"delivery":"`)),
    ...levels.flatMap((level) => capacities.map((capacity) => `${level}","capacity":"${capacity}","until":"20`)),
    ...deliveries.flatMap((code) => [`${code}"},{"area":"`, `${code}"}],"website":"`]),
    ...channels.map((code) => `{"channel":"${code}","value":"`),
    ...audiences.map((code) => `","audience":"${code}"}`),
    ...identifierSchemes.map((code) => `{"scheme":"${code}","value":"`),
    ...legalFlagKinds.map((code) => `{"flag":"${code}","since":`),
    ...audiences.map((code) => fieldGroups.map((group) => `"${group}":"${code}"`).join()),
    ...audiences.flatMap((code) => fieldGroups.map((group) => `"${group}":"${code}"`)),
    ...words.split(/\s+/u),
  ]),
]
