// What a form is told that was refused for what stood in it; whatever else failed is thrown on.
import { type ErrorCode, ReadoutError } from '../../model/errors.ts'

const OWN: ReadonlySet<ErrorCode> = new Set(['ACCOUNT_REFUSED', 'SIGN_IN_FAILED'])

/** The words of the refusal, as a sentence. Throws what is no refusal. */
export function refusalIn(error: unknown): string {
  if (!(error instanceof ReadoutError) || !OWN.has(error.code)) throw error
  return `${error.message.charAt(0).toUpperCase()}${error.message.slice(1)}.`
}
