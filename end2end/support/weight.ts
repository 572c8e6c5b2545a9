import { request as http } from "node:http";
import type { Page } from "@playwright/test";

/** An answer as it comes over the wire: how many bytes its body takes in this encoding. */
export interface Sent {
  bytes: number;
  encoding: string;
  status: number;
}

/** Asks for a file in one encoding and counts what arrives, without unpacking it. */
export function sent(url: string, encoding: "gzip" | "br"): Promise<Sent> {
  return new Promise((done, failed) => {
    const asked = http(url, { headers: { "accept-encoding": encoding } }, (answer) => {
      let bytes = 0;
      answer.on("data", (part: Buffer) => (bytes += part.length));
      answer.on("end", () => done({ bytes, encoding: answer.headers["content-encoding"] ?? "", status: answer.statusCode ?? 0 }));
      answer.on("error", failed);
    });
    asked.on("error", failed);
    asked.end();
  });
}

/** Something that a page fetched. */
export interface Fetched {
  kind: string;
  url: string;
}

/** Everything that the page fetches from now on, in order, its workers' files too. */
export function fetched(page: Page): Fetched[] {
  const all: Fetched[] = [];
  page.on("request", (one) => all.push({ kind: one.resourceType(), url: one.url() }));
  return all;
}

/** What several files take together. */
export async function together(urls: string[], encoding: "gzip" | "br"): Promise<number> {
  let bytes = 0;
  for (const url of urls) bytes += (await sent(url, encoding)).bytes;
  return bytes;
}
