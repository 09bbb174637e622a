// The triggers of the truth: rows are only ever added, and what a removal names is the one exception. A trigger says no unless a
// row of `removal` names the very thing; whether the change is the one that was decided, "readout check" sees by its digest.

/** Tables of the truth: triggers refuse every change of what is in them that no removal names. */
export const INSERT_ONLY = ['payload', 'log', 'report', 'capture', 'decision', 'removal'] as const

/** As they were before there were removals, for the first migration. */
export function triggersOfBefore(): string[] {
  return INSERT_ONLY.filter((table) => table !== 'removal').flatMap((table) =>
    (['update', 'delete'] as const).map((verb) => refusing(table, verb)),
  )
}

/** What takes the place of those of before. */
export function triggersOfRemoval(): string[] {
  const changed = (...columns: readonly string[]): string =>
    columns.map((column) => `new.${column} is not old.${column}`).join(' or ')
  return [
    ...['payload_no_delete', 'report_no_update', 'capture_no_update', 'decision_no_update'].map(
      (name) => `drop trigger ${name}`,
    ),
    refusing('removal', 'update'),
    refusing('removal', 'delete'),
    refusing('payload', 'delete', `when not ${isNamed('payload', 'old.digest')}`),
    refusing(
      'report',
      'update',
      `when ${changed('report', 'first')} or not ${isNamed('report', 'old.report', 'becomes = new.name')}`,
    ),
    refusing('capture', 'update', `when ${changed('number', 'id', 'report')} or not ${isNamed('capture', 'old.id')}`),
    refusing('decision', 'update', `when ${changed('number', 'id')} or not ${isNamed('decision', 'old.id')}`),
    // bytes that were removed do not come back, whoever hands them in
    `create trigger payload_no_return before insert on payload when ${isNamed('payload', 'new.digest')}
         begin select raise(abort, 'these bytes were removed'); end`,
  ]
}

function refusing(table: string, verb: 'update' | 'delete', when = ''): string {
  return `create trigger ${table}_no_${verb} before ${verb} on ${table} ${when}
         begin select raise(abort, 'truth.${table} is only ever added to'); end`
}

function isNamed(noun: string, id: string, and = ''): string {
  return `exists (select 1 from removal where noun = '${noun}' and id = ${id}${and === '' ? '' : ` and ${and}`})`
}
