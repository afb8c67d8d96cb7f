export * from "./accounts";
export * from "./collection-points";
export * from "./database-marks";
export * from "./questionnaire-versions";
export * from "./reform-plans";
export * from "./responses";
export * from "./surveys";
export * from "./units";
