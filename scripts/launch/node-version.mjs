/** Versions of Node that the project runs on: [major, first minor]. Keep equal to `engines` in package.json. */
const OLDEST = [20, 19];
const NEWEST_MAJOR = 24;

/** What to tell when the project cannot run on this version of Node, or null when it can. */
export function nodeVersionProblem(version) {
  const [major, minor] = version.replace(/^v/, "").split(".").map(Number);
  const oldEnough = major < NEWEST_MAJOR + 1;
  const newEnough = major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
  if (oldEnough && newEnough) return null;
  const wanted = `${OLDEST.join(".")} – ${NEWEST_MAJOR}.x`;
  return [
    `Hài Lòng cần Node.js ${wanted}; máy này đang chạy ${version}. Tải bản phù hợp tại https://nodejs.org/.`,
    `Hài Lòng needs Node.js ${wanted}; this is ${version}. Get a supported version from https://nodejs.org/.`,
  ].join("\n");
}
