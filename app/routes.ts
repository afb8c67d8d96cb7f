import { index, layout, type RouteConfig, route } from "@remix-run/route-config";

/** Every URL of the site. */
export default [
  index("routes/home.tsx"),
  route("k/:code", "routes/k.$code.tsx"),
  route("k/:code/thanks", "routes/k.$code.thanks.tsx"),
  route("k/:code/kiosk", "routes/k.$code.kiosk.tsx"),
  route("k/:code/kiosk/heartbeat", "routes/k.$code.kiosk.heartbeat.ts"),
  route("kiosk", "routes/kiosk.tsx"),
  route("sign-in", "routes/sign-in.tsx"),
  route("sign-out", "routes/sign-out.tsx"),
  layout("routes/office.tsx", [
    route("account", "routes/account.tsx"),
    route("accounts", "routes/accounts.tsx"),
    route("surveys", "routes/surveys.tsx"),
    route("surveys/new", "routes/surveys.new.tsx"),
    route("surveys/:surveyId", "routes/surveys.$surveyId.tsx"),
    route("surveys/:surveyId/edit", "routes/surveys.$surveyId.edit.tsx"),
    route("surveys/:surveyId/results", "routes/surveys.$surveyId.results.tsx"),
    route("surveys/:surveyId/results/:unitKey", "routes/surveys.$surveyId.results.$unitKey.tsx"),
    route("surveys/:surveyId/held", "routes/surveys.$surveyId.held.tsx"),
    route("surveys/:surveyId/comments", "routes/surveys.$surveyId.comments.tsx"),
    route("questionnaires", "routes/questionnaires.tsx"),
    route("questionnaires/:versionId", "routes/questionnaires.$versionId.tsx"),
    route("units", "routes/units.tsx"),
    route("tasks", "routes/tasks.tsx"),
    ...["accounts", "surveys", "questionnaires", "units", "tasks", "kiosks"].map((page) =>
      route(`${page}/*`, "routes/office.missing.tsx", { id: `routes/office.missing.${page}` }),
    ),
    route("kiosks", "routes/kiosks.tsx"),
    route("kiosks/new", "routes/kiosks.new.tsx"),
    route("kiosks/guide", "routes/kiosks.guide.tsx"),
  ]),
  route("surveys/:surveyId/files/:file", "routes/surveys.$surveyId.files.$file.tsx"),
  route("surveys/:surveyId/points/:pointId/:file", "routes/surveys.$surveyId.points.$pointId.$file.tsx"),
  route("questionnaires/:versionId/file", "routes/questionnaires.$versionId.file.tsx"),
] satisfies RouteConfig;
