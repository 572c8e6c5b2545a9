/** One page of each kind that anybody may open, and whether an island stands on it. */
export const pages = [
  { path: "/", islands: false },
  { path: "/campaigns/open-cases", islands: false },
  { path: "/cases", islands: false },
  { path: "/cases/rita-karasartova", islands: false },
  { path: "/cases/rita-karasartova/write", islands: true },
];

/** The widths that the look was drawn for: a small phone and a desk. */
export const widths = [360, 1440];
