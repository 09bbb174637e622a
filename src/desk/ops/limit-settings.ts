// The settings that keep a desk from harm: how much room there must be for it to take in more, and how long it may take to stop.
import { z } from 'zod'

const MIB = z.number().int().min(0).max(100_000_000)

/** A part of the shape of all settings. */
export const limitsShape = {
  diskFreeMiB: MIB.default(256).describe(
    'MiB that must be free where the desk lies; with less nothing is taken in, so that what is there can be worked on; 0: no limit',
  ),
  storeMiB: MIB.default(0).describe(
    'MiB that the files of the desk may take; with more nothing is taken in; 0: no limit',
  ),
  memoryFreeMiB: MIB.default(64).describe(
    'MiB of memory that must be left to the machine or container; with less nothing is taken in; 0: no limit',
  ),
  memoryMiB: MIB.default(2048).describe(
    'MiB that one process of the desk may hold; one that holds more takes in nothing and makes room for a new one; 0: no limit',
  ),
  stopSeconds: z
    .number()
    .int()
    .min(1)
    .max(600)
    .default(10)
    .describe('for what is under way when serving is ended; after that it is broken off'),
  silentHours: z
    .number()
    .min(0)
    .max(8760)
    .default(24)
    .describe('without anything new from any source, after which the desk sounds an alarm; 0: never'),
}
