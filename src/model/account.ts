// Who may do what. Each role may do what those before it may.
import type { Instant } from './id.ts'

export const ROLES = ['reader', 'reviewer', 'editor', 'admin'] as const

/** `reader` reads; `reviewer` also rules, notes and tags; `editor` also edits and follows sources; `admin` also keeps accounts. */
export type Role = (typeof ROLES)[number]

/** What a token may be used for: each scope is as much as a role may do. */
export const SCOPES = ['read', 'decide', 'edit', 'admin'] as const

export type Scope = (typeof SCOPES)[number]

/** Who asks: by name, so that what they decide is kept under it. */
export interface Viewer {
  readonly account?: string // absent: the one person of a desk without accounts, on its own machine
  readonly name: string
  readonly role: Role
}

/** A person who may sign in. */
export interface Account {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly state: 'active' | 'disabled'
  readonly made: Instant
  readonly seen?: Instant // when they last signed in
}

/** A browser that is signed in. */
export interface Session {
  readonly id: string
  readonly account: string
  readonly from: Instant
  readonly seen: Instant
  readonly until: Instant // whatever happens
  readonly address: string // that it was signed in from
}

/** A token for programs, without the token: only its digest is kept. */
export interface Token {
  readonly id: string
  readonly account: string
  readonly owner: string // the name of the account
  readonly label: string
  readonly scope: Scope
  readonly from: Instant
  readonly until: Instant
  readonly seen?: Instant // when it was last used
}

/** What happened, for those who keep the accounts. Secrets are never in it. */
export interface Audited {
  readonly number: number
  readonly at: Instant
  readonly what: string // an AuditedKind, unless a newer version wrote it
  readonly who?: string // the name of who did it; absent: it is not known
  readonly whom?: string // the name of the account or token that it was done to
  readonly address?: string // that it came from; absent: the command line
  readonly detail?: string
}

export type AuditedKind =
  | 'signed in'
  | 'sign-in failed'
  | 'signed out'
  | 'account added'
  | 'role changed'
  | 'account disabled'
  | 'account enabled'
  | 'account removed'
  | 'password changed'
  | 'sessions ended'
  | 'token added'
  | 'token revoked'
  | 'settings changed'
  | 'subscriber asked'
  | 'subscriber confirmed'
  | 'subscriber left'
  | 'subscriber bounced'
  | 'subscribers imported'
  | 'subscribers exported'
  | 'mailing begun'
  | 'test mailed'
  | 'delivery settled'
  | 'subscriber erased'
  | 'report removed'
  | 'removal closed'

/** True where the role may do what needs the other one. */
export function mayDo(role: Role, needs: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needs)
}

/** The role that a token gives: that of its scope, and never more than its account has now. */
export function roleOf(scope: Scope, role: Role): Role {
  return ROLES[Math.min(SCOPES.indexOf(scope), ROLES.indexOf(role))] ?? 'reader'
}
