// What a route can do with the browser that asks: sign it in, sign it out.

export interface Sitting {
  /** The session that the browser is signed in by; absent: none, or a token. */
  readonly session?: string
  /** The address that it asks from. */
  readonly address: string
  /** Signs in and sets the cookie. False where name or password are not right. Throws TOO_MANY. */
  signIn(credentials: { readonly name: string; readonly password: string }): Promise<boolean>
  /** Counts one more password tried for whoever is signed in. Throws TOO_MANY. */
  countTry(): Promise<void>
  /** Counts one more thing that is asked for by whoever asks, known or not, such as mail. Throws TOO_MANY. */
  countAsk(): Promise<void>
  /** True while whoever asks may go on asking: for an answer that goes on for hours. It does not keep a session alive. */
  isStillIn(): Promise<boolean>
  /** Ends the session and takes the cookies away. */
  signOut(): Promise<void>
}
