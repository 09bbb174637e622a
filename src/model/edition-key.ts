// What an edition is called in addresses and in names of files: 2031-W11, and of a watch dam-talks-2031-W11.

/** Which edition: of which week, and of which watch; absent: of all that the desk holds. */
export interface EditionName {
  readonly week: string
  readonly watch?: string | undefined
}

/** { week: 2031-W11, watch: dam-talks } -> dam-talks-2031-W11. */
export function editionKey({ week, watch }: EditionName): string {
  return watch === undefined ? week : `${watch}-${week}`
}

/** The name that a key spells; what is none is taken for a week, which then is not found. */
export function parseEditionKey(key: string): EditionName {
  const [, watch, week] = /^([a-z0-9]+(?:-[a-z0-9]+)*)-(\d{4}-W\d{2})$/.exec(key) ?? []
  return watch !== undefined && week !== undefined ? { week, watch } : { week: key }
}
