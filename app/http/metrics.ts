import type { RequestHandler } from "express";
import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";
import type { Database } from "~db/open-database.server";
import { responsesEverStored } from "~db/repositories/database-state";
import type { RouteClass } from "./route-class";

export interface Metrics {
  /** Counts a finished request. */
  observe(finished: { route: RouteClass; status: number; seconds: number }): void;
  page: RequestHandler;
}

/** Figures for Prometheus: the process, requests by class, responses stored. */
export function createMetrics(database: Database): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const duration = new Histogram({
    name: "http_request_duration_seconds",
    help: "Time until the last byte was handed over, by class of route and status",
    labelNames: ["route", "status"],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [register],
  });
  new Counter({
    name: "hailong_responses_stored_total",
    help: "Responses ever stored in this database",
    registers: [register],
    async collect() {
      this.reset();
      this.inc(await responsesEverStored(database));
    },
  });
  return {
    observe({ route, status, seconds }) {
      duration.observe({ route, status: `${Math.trunc(status / 100)}xx` }, seconds);
    },
    async page(_request, response, next) {
      try {
        const text = await register.metrics();
        response.setHeader("Cache-Control", "no-store");
        response.type(register.contentType).send(text);
      } catch (error) {
        next(error);
      }
    },
  };
}
