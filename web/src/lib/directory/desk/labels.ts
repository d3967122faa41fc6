import type { Act, Lack, ReportKind } from '@kunak/contracts/directory'
import * as m from '#lib/paraglide/messages.js'

export const actLabel = (act: Act) => m[`act_${act}`]()
export const lackLabel = (lack: Lack) => m[`lack_${lack}`]()
export const reportKindLabel = (kind: ReportKind) => m[`report_kind_${kind}`]()
