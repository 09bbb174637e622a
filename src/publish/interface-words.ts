// Every word of the interface, in one place: what stands on pages beside what the desk holds. Words of reports are never here.

/** By page. A function where the words depend on a number or a name. */
export const WORDS = {
  frame: {
    product: 'Readout',
    skip: 'Skip to the text',
    menu: 'Pages',
    foot: 'Every line opens the stored words that it rests on. What is not known is called unknown.',
    today: 'Today',
    stories: 'Stories',
    ledger: 'Ledger',
    reports: 'Reports',
    people: 'People',
    search: 'Search',
    review: 'Review',
    edition: 'Edition',
    editions: 'All editions',
    sources: 'Sources',
    decisions: 'Decisions',
    settings: 'Settings',
  },
  // each page's words below, in the order of the menu
} as const
