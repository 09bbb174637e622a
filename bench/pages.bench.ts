import { openSized } from './desk-size.ts'

const count = Number(process.env.READOUT_BENCH_REPORTS ?? 500_000)
console.log(await openSized(count))
