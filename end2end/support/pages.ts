/** One page of each kind that anybody may open, and whether an island stands on it. */
export const pages = [
  { path: "/", islands: false },
  { path: "/campaigns/open-cases", islands: false },
  { path: "/cases", islands: false },
  { path: "/outcomes", islands: false },
  { path: "/open-letters/kyrgyzstan-foreign-representatives-2024", islands: false },
  { path: "/statements/eu-central-asia-2025", islands: false },
  { path: "/cases/rita-karasartova", islands: false },
  { path: "/cases/rita-karasartova/write", islands: true },
  { path: "/cases/rita-karasartova/posted", islands: false },
  { path: "/cases/azimjan-askarov", islands: false },
  { path: "/cases/maryia-kalesnikava", islands: false },
  { path: "/campaigns/w4r-2023", islands: false },
  { path: "/groups", islands: false },
  { path: "/packs", islands: false },
  { path: "/r", islands: false },
  { path: "/about/privacy", islands: false },
];

/** The widths that the look was drawn for: a small phone and a desk. */
export const widths = [360, 1440];
