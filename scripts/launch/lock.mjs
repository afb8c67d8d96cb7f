import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { progress } from "./run.mjs";

/** A lock without a process id in it that is older than this was left behind between two system calls. */
const UNSIGNED_LOCK_MS = 5000;

/** Installing and building change folders that every start uses: one launcher at a time does them, the others wait. */
export async function whileLocked(root, work) {
  const lock = join(root, ".launch-lock");
  for (let waited = 0; !take(lock); waited++) {
    if (waited === 0) progress("đang chờ một lần cài đặt hoặc biên dịch khác (waiting for another launch)");
    await pause(300);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function take(lock) {
  try {
    mkdirSync(lock);
    writeFileSync(join(lock, "pid"), String(process.pid));
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    if (isAbandoned(lock)) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

function isAbandoned(lock) {
  try {
    const pid = Number(readFileSync(join(lock, "pid"), "utf8"));
    if (pid === 0) return Date.now() - statSync(lock).mtimeMs > UNSIGNED_LOCK_MS;
    return !isRunning(pid);
  } catch {
    try {
      return Date.now() - statSync(lock).mtimeMs > UNSIGNED_LOCK_MS;
    } catch {
      return false;
    }
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
