// A machine whose clock is wrong by READOUT_TEST_CLOCK_MS: imported before all else by a process that is to have it.
const shift = Number(process.env.READOUT_TEST_CLOCK_MS ?? 0)
const Own = Date
globalThis.Date = new Proxy(Own, {
  construct: (target, args: unknown[], newTarget) =>
    Reflect.construct(target, args.length === 0 ? [Own.now() + shift] : args, newTarget) as object,
  get: (target, key) => (key === 'now' ? () => Own.now() + shift : Reflect.get(target, key)),
})
