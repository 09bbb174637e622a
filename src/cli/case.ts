// `readout export case`: what some things rest on, in a folder that others can check without us.
import { writeCase } from '../desk/case/write-case.ts'
import { print, printJson } from './output.ts'
import { withDesk } from './with-desk.ts'

/** Writes the case and says what is in it. */
export async function exportCase(
  folder: string,
  named: readonly string[],
  { desk: dir, json }: { readonly desk: string; readonly json?: true },
  version: string,
): Promise<0> {
  return await withDesk(dir, async (desk) => {
    const { files, reports, captures, claims, decisions } = await writeCase(desk, {
      dir: folder,
      named,
      software: `Readout/${version}`,
    })
    if (json) await printJson({ files, reports, captures, claims, decisions })
    else {
      const counts = `${reports} reports, ${captures} captures, ${claims} claims, ${decisions} decisions`
      await print(`${counts}, in ${files} files\nexported to ${folder}; its README.txt says how it is checked`)
    }
  })
}
