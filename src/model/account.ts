// Who may do what. Each role may do what those before it may.

export const ROLES = ['reader', 'reviewer', 'editor', 'admin'] as const

/** `reader` reads; `reviewer` also rules, notes and tags; `editor` also edits and follows sources; `admin` also keeps accounts. */
export type Role = (typeof ROLES)[number]

/** Who asks: by name, so that what they decide is kept under it. */
export interface Viewer {
  readonly account?: string // absent: the one person of a desk without accounts, on its own machine
  readonly name: string
  readonly role: Role
}

/** True where the role may do what needs the other one. */
export function mayDo(role: Role, needs: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needs)
}
