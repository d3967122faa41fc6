import { Hono } from 'hono'
import type { Front } from '../../front-door/front.ts'
import { confirmProposal } from './confirm-proposal.ts'
import { listProposals } from './list-proposals.ts'
import { makeProposal } from './make-proposal.ts'
import { withdrawProposal } from './withdraw-proposal.ts'

export const proposals = new Hono<Front>()
  .route('/', listProposals)
  .route('/', makeProposal)
  .route('/', confirmProposal)
  .route('/', withdrawProposal)
