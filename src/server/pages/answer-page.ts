// A page's answer as a reply: the page, a redirection to where the thing is now, or that it is not there.
import type { FastifyReply } from 'fastify'
import type { PageAnswer } from '../../desk/page-answer.ts'

const HTML = 'text/html; charset=utf-8'

/** Sets status and type, and gives back the body. */
export function answerPage(answer: PageAnswer, reply: FastifyReply): string | undefined {
  if (answer.kind === 'moved') {
    void reply.redirect(answer.to, answer.isForGood ? 301 : 302)
    return undefined
  }
  reply.code(answer.status ?? 200).type(HTML)
  return answer.html
}

/** The first of a query's values under one name, or the only one. */
export function oneOf(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.[0]
}

/** All of a query's values under one name. */
export function allOf(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === 'string' ? [value] : value
}
