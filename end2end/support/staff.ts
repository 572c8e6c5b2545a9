import { expect, type Page } from "@playwright/test";
import type { Server } from "./server";

/** What staff of these tests type. */
export const password = "a stamp, a pen, a name";

/** The path of a new one-time link, as whoever runs the site hands it over. */
export function invite(server: Server, login: string, ...more: string[]): string {
  const words = server.command("staff", "add", login, ...more);
  const link = words.split("\n").find((line) => line.includes("/staff/welcome/"));
  if (!link) throw new Error(words);
  return new URL(link).pathname;
}

/** Follows the link, sets a password and signs in. */
export async function signIn(page: Page, server: Server, login: string, ...more: string[]): Promise<void> {
  // with its icon: a page that is left at once has not fetched it yet
  await page.goto(invite(server, login, ...more), { waitUntil: "networkidle" });
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByLabel("The same password again").fill(password);
  await page.getByRole("button", { name: "Set the password" }).click();
  await expect(page).toHaveURL(/\/staff\/sign-in/);
  await page.getByLabel("E-mail or name").fill(login);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/staff");
}
