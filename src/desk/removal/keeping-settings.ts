// The settings that say how long the desk keeps what nothing leans on. Without them all is kept for ever.
import { z } from 'zod'

const DAYS = z.number().int().min(0).max(36_500).default(0)

/** A part of the shape of all settings. */
export const keepingShape = {
  keepAnswerDays: DAYS.describe(
    'days that the bytes of feeds, of robots.txt and of answers that are no report are kept; "readout retain" drops what is older; 0: for ever',
  ),
  keepReportDays: DAYS.describe(
    'days that a report is kept after its story ended, where no edition cites it and nobody ruled on it; "readout retain" drops what is older; 0: for ever',
  ),
}
