// `readout retain`: what the settings say is kept no longer, told first; then, with --yes, dropped.
import { nameOfPerson } from '../desk/accounts/person.ts'
import { derive } from '../desk/derive.ts'
import { loadSettings } from '../desk/load-settings.ts'
import { planRetention, type RetentionPlan } from '../desk/removal/plan-retention.ts'
import { retain } from '../desk/removal/retain.ts'
import { print, printJson, showProgress } from './output.ts'
import { withDesk } from './with-desk.ts'

interface Options {
  readonly desk: string
  readonly by: string
  readonly yes?: true
  readonly json?: true
}

/** Says what would be dropped, or drops it. */
export async function retainOnly({ desk: dir, by, yes, json }: Options): Promise<0> {
  return await withDesk(dir, async (desk) => {
    const keeping = await loadSettings(desk.dir)
    const { keepAnswerDays, keepReportDays } = keeping
    if (keepAnswerDays + keepReportDays === 0) {
      await print(
        'everything is kept for ever; set keepAnswerDays or keepReportDays to keep what nothing leans on for less',
      )
      return
    }
    if (!yes) {
      const plan = planRetention(desk, keeping)
      await (json
        ? printJson(asJson(plan))
        : print(`${tell(plan)} would be dropped\nNothing was dropped. With --yes it is, for good.`))
      return
    }
    const name = by.trim() || nameOfPerson()
    for (;;) {
      const done = await retain(desk, keeping, { by: name, doer: { who: name } })
      if (!done) break
      await (json ? printJson(asJson(done)) : print(`kept decision ${done.number}\n${tell(done)} dropped`))
      if (!done.isMore) break
    }
    const progress = showProgress()
    await derive(desk, progress.step)
    progress.end()
  })
}

function tell({ answers, reports, bytes }: RetentionPlan): string {
  return `${reports.length} reports and ${answers} answers that are none, ${Math.ceil(bytes / 1024)} KiB,`
}

function asJson({ answers, reports, bytes, isMore }: RetentionPlan) {
  return { reports, answers, bytes, isMore }
}
