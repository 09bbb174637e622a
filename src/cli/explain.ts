// door: process
// `readout annotate --explain`: one text as a person reads it, with the marks of the reader in it.
import { explainLine } from '../desk/explain-line.ts'
import { endWhenUnread, print } from './output.ts'
import { writeExplained } from './write-explained.ts'

const PIPED = 100 // columns where there is no terminal

/** Prints the text with that id, wrapped to the terminal. */
export async function explain(path: string, id: string): Promise<0> {
  endWhenUnread()
  const explained = await explainLine(path, id)
  await print(writeExplained(explained, process.stdout.columns || PIPED))
  return 0
}
