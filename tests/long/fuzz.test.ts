import { expect, it } from "vitest";
import { refusesEverySpoiledForm, survivesEveryRequest } from "../support/fuzz-public";

it("a form that cannot be taken gets a page that says why, and nothing is stored", async () => {
  await expect(refusesEverySpoiledForm(4000)).resolves.toBeUndefined();
});

it("no request to a public address is an error of the server, or stores anything", async () => {
  await expect(survivesEveryRequest(6000)).resolves.toBeUndefined();
});
