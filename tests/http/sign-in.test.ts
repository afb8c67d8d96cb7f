import { expect, it } from "vitest";
import { writeMark } from "~db/repositories/database-marks";
import { visitSite } from "../support/built-site";
import { referenceDatabase } from "../support/databases";
import { PASSWORD } from "../support/signed-in";

it("the sign-in page says which of the two is missing, and marks a site of simulated answers", async () => {
  const database = referenceDatabase();
  const site = await visitSite(database);
  const said = async (fields: Record<string, string>) => {
    const response = await site.post("/sign-in", fields);
    expect(response.status).toBe(422);
    return /role="alert">([^<]+)</.exec(await response.text())?.[1];
  };
  expect(await said({ username: "quantri", password: "" })).toBe("Nhập mật khẩu.");
  expect(await said({ username: "", password: PASSWORD })).toBe("Nhập tên đăng nhập.");
  expect(await said({ username: "", password: "" })).toBe("Nhập tên đăng nhập. Nhập mật khẩu.");
  for (const page of ["/", "/sign-in"]) expect(await (await site.get(page)).text()).not.toContain("MÔ PHỎNG");
  await writeMark(database, "simulated", "yes");
  for (const page of ["/", "/sign-in"]) expect(await (await site.get(page)).text()).toContain("MÔ PHỎNG");
});
