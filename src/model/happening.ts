// What is told of a desk while it is served, for those who keep it: a line each. Never a body, a password, a token or the address of a
// form; what was asked for is named by its route.

export interface Happening {
  readonly what:
    | 'serving'
    | 'working'
    | 'stopping'
    | 'stopped'
    | 'request'
    | 'asked'
    | 'intake stopped'
    | 'intake resumed'
    | 'alarm'
    | 'alarm over'
    | 'warning'
    | 'fault'
  readonly level: 'info' | 'warn' | 'error'
  readonly words?: string // for people
  readonly facts?: Readonly<Record<string, string | number | undefined>>
}

export type Tell = (happening: Happening) => void
