// Names in a row, as a sentence of the ledger has them.

/** `Ilse Marrow`, `Ilse Marrow and Anselm Roke`, `Ilse Marrow, Anselm Roke and Corvin Hale`; of more than `most`, how many others. */
export function listNames(names: readonly string[], most = Number.POSITIVE_INFINITY): string {
  const all = names.length > most ? [...names.slice(0, most), `${names.length - most} others`] : names
  return all.length < 3 ? all.join(' and ') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`
}
