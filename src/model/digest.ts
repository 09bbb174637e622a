// SHA-256, the one digest of the house. Node's own implementation: pure, so the model may use it.
import { hash } from 'node:crypto'
import type { Digest } from './id.ts'

/** The SHA-256 of bytes as received, or of a text in UTF-8, in lower-case hex. */
export function digestOf(content: string | Uint8Array): Digest {
  return hash('sha256', content)
}

/** The SHA-256 of several parts, each told apart from its neighbours by its JSON form. Short form: 20 hex digits. */
export function digestOfParts(...parts: readonly (string | number | undefined)[]): string {
  return digestOf(JSON.stringify(parts.map((part) => part ?? null))).slice(0, 20)
}
