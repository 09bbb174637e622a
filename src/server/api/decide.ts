// Deciding over the API: what was asked for as the desk takes it, under the name of whoever asks, and only on what they looked at.
import { z } from 'zod'
import { type Asked as AskedOfDesk, type Deciding, decide } from '../../desk/decide.ts'
import { findToldDecision } from '../../desk/views/api-decisions.ts'
import { openSaidLine } from '../../desk/views/api-lists.ts'
import { docOf } from '../../desk/views/api-report.ts'
import { findPosition } from '../../model/anchor.ts'
import { ReadoutError } from '../../model/errors.ts'
import type { Span } from '../../model/span.ts'
import { makeRefusal, staleness } from '../problem.ts'
import type { Route } from '../route.ts'
import { type AskedDecision, askedDecisionSchema, decisionSchema } from '../schemas/decision.ts'
import { defineApi } from './define-api.ts'

/** The route that takes decisions. */
export function decideRoute(desk: Deciding): Route {
  return defineApi({
    method: 'POST',
    path: '/api/decisions',
    needs: 'reviewer',
    gives: decisionSchema,
    schema: {
      body: askedDecisionSchema,
      headers: z.object({
        'if-match': z
          .string()
          .max(300)
          .optional()
          .meta({ description: 'In place of `seen`: the version looked at; refused with 412 instead of 409' }),
      }),
      summary: 'Decide',
      description:
        'It is on the disk when the answer comes, and is linked a moment later. With `seen` or If-Match it is kept only if nobody decided otherwise meanwhile; a refusal says who did, and nothing is lost.',
      operationId: 'decide',
      tags: ['decisions'],
    },
    async answer({ body, viewer, request, reply }) {
      const match = parseMatch(request.headers['if-match'])
      const asked = await askedOf(desk, body)
      const { number } = await decide(desk, {
        ...asked,
        by: viewer.name,
        role: viewer.role,
        ...(match !== undefined && { seen: match }),
      }).catch((error: unknown) => {
        throw match === undefined ? error : asPrecondition(error)
      })
      const told = findToldDecision(desk, number)
      if (!told) throw new Error(`decision ${number} was kept and is not there`)
      reply.header('location', `/api/decisions/${number}`)
      return told
    },
  })
}

/** A tag as If-Match has it, weak or not; "*" wants nothing but that the thing is there. */
function parseMatch(header: string | undefined): string | undefined {
  const tag = header
    ?.trim()
    .replace(/^W\//, '')
    .replace(/^"(.*)"$/, '$1')
  return tag === undefined || tag === '*' ? undefined : tag
}

function asPrecondition(error: unknown): unknown {
  if (!(error instanceof ReadoutError) || error.code !== 'DECISION_STALE') return error
  return makeRefusal('PRECONDITION_FAILED', { detail: error.message, ...staleness(error) })
}

async function askedOf(desk: Deciding, body: AskedDecision): Promise<Omit<AskedOfDesk, 'by'>> {
  const about = { why: body.why, ...(body.seen !== undefined && { seen: body.seen }) }
  switch (body.kind) {
    case 'confirm':
    case 'reject':
      return { ...about, kind: body.kind, ids: [body.id] }
    case 're-attribute':
      return { ...about, kind: body.kind, ids: [body.id, body.to] }
    case 'set kind':
      return { ...about, kind: 'set-kind', ids: [body.id, body.to] }
    case 'correct':
      return { ...about, kind: body.kind, ids: [body.id], words: await wordsOf(desk, body) }
    case 'merge':
    case 'same':
    case 'different':
      return { ...about, kind: body.kind, ids: body.ids }
    case 'split':
      return { ...about, kind: body.kind, ids: [body.id], move: body.move }
    case 'note':
      return { ...about, kind: body.kind, ids: [body.id], text: body.text, ...(body.noun && { noun: body.noun }) }
    case 'tag':
      return { ...about, kind: body.kind, ids: [body.id], text: body.tag, ...(body.noun && { noun: body.noun }) }
    case 'watch':
      return { ...about, kind: body.kind, ids: [body.id], ...(body.noun && { noun: body.noun }) }
    case 'undo':
      return { ...about, kind: body.kind, ids: [String(body.number)] }
  }
}

type Correct = Extract<AskedDecision, { kind: 'correct' }>

// Places come in code points, and the desk counts in UTF-16 units.
async function wordsOf(desk: Deciding, { id, words }: Correct): Promise<NonNullable<AskedOfDesk['words']>> {
  const { text } = docOf(desk, await openSaidLine(desk, id))
  const place = (piece: string | { start: number; end: number }): string | Span => {
    if (typeof piece === 'string') return piece
    const span = findPosition(text, piece)
    if (span) return span
    throw new ReadoutError('USAGE', `${piece.start} to ${piece.end} does not lie in the text of the report`)
  }
  const { source, cue, content } = words
  return {
    ...(source && { source: source.map(place) }),
    ...(cue && { cue: cue.map(place) }),
    ...(content && { content: content.map(place) }),
  }
}
