// One question to a language model behind an OpenAI-compatible address (POST …/chat/completions), through the guarded
// fetcher. What comes back is a string or a reason why there is none; nothing else of the answer is looked at.
import type { Outcome } from '../model/capture.ts'
import type { Fetched, Fetcher } from './fetch.ts'

export interface ModelQuestion {
  readonly address: string // the base: http://127.0.0.1:8080/v1
  readonly model: string
  readonly key?: string
  readonly system: string
  readonly user: string
  readonly schema: object // of the JSON that is asked for; it may be ignored
  readonly signal?: AbortSignal
}

/** `isDown`: the next question would go no better. */
export type ModelAnswer = { readonly said: string } | { readonly fault: string; readonly isDown?: true }

/** The most that an answer may be, in bytes: a sentence and its wrapping. */
export const MODEL_BYTES = 256 * 1024

/** What the model said. Never throws for what the other side does. */
export async function askModel(fetcher: Fetcher, question: ModelQuestion): Promise<ModelAnswer> {
  const { address, model, key, system, user, schema, signal } = question
  const body = JSON.stringify({
    model,
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: user },
    ],
    temperature: 0,
    max_tokens: 600, // a sentence has under 150
    stream: false,
    response_format: { type: 'json_schema', json_schema: { name: 'sentence', strict: true, schema } },
  })
  const url = `${address.replace(/\/+$/, '')}/chat/completions`
  return readAnswer(
    await fetcher.fetch({ url, what: 'page', post: { body, ...(key && { key }) }, ...(signal && { signal }) }),
  )
}

function readAnswer({ hops, outcome, body, retryAfterMs }: Fetched): ModelAnswer {
  const status = hops.at(-1)?.status
  if (outcome.kind !== 'answered') return { fault: `no answer: ${reasonOf(outcome)}`, isDown: true }
  if (status === 429) {
    const wait = retryAfterMs === undefined ? '' : `, for ${Math.ceil(retryAfterMs / 1000)} seconds`
    return { fault: `the address wants no more questions (429)${wait}`, isDown: true }
  }
  if (status === undefined || status < 200 || status > 299) {
    const isDown = status !== 400 && status !== 422 // of this question alone
    return { fault: `the address answered ${status}`, ...(isDown && { isDown }) }
  }
  const said = contentOf(parseJson(body))
  return said === undefined ? { fault: 'the answer is no chat completion' } : { said }
}

function reasonOf(outcome: Outcome): string {
  return 'reason' in outcome ? outcome.reason : outcome.kind
}

function parseJson(body: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return undefined // HTML, half an answer, no UTF-8
  }
}

function contentOf(answer: unknown): string | undefined {
  const choices = fieldOf(answer, 'choices')
  const content = fieldOf(fieldOf(Array.isArray(choices) ? choices[0] : undefined, 'message'), 'content')
  return typeof content === 'string' ? content : undefined
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined
}
