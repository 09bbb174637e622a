// What hands messages to a mail server, as a value: a test hands in its own.

/** What a server made of one message. */
export type PostOutcome =
  /** It took it: from here it is the server's. */
  | { readonly kind: 'taken'; readonly reply: string }
  /** It will never take it. `isAddress`: because there is no such address. */
  | { readonly kind: 'refused'; readonly reply: string; readonly isAddress: boolean }
  /** It did not take it now. `isTried`: it was asked about this recipient. `isDown`: it answers nobody, or no more. */
  | { readonly kind: 'put off'; readonly reply: string; readonly isTried: boolean; readonly isDown: boolean }
  /** It takes none of ours, and trying on would be of no use: a wrong password, a certificate that is none, a sender that it refuses. */
  | { readonly kind: 'hopeless'; readonly reply: string }
  /** It was handed the message, and its answer did not come. */
  | { readonly kind: 'unknown'; readonly reply: string }

export interface Post {
  /** Hands one message over, for one recipient. Never throws. */
  send(message: { readonly from: string; readonly to: string; readonly bytes: Uint8Array }): Promise<PostOutcome>
  /** Waits; ends early where the work is to end. */
  pause(ms: number, signal?: AbortSignal): Promise<void>
  close(): void
}
