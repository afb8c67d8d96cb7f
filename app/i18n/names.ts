import type { Role } from "~/access/roles";
import type { SurveyStatus } from "~/surveys/survey";

/** Vietnamese names of roles and states on the officers' screens. */

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  administrator: "Quản trị viên",
  designer: "Cán bộ thiết kế",
  unit_officer: "Cán bộ đơn vị",
  analyst: "Người phân tích",
  interviewer: "Điều tra viên",
  viewer: "Người xem",
};

export const STATUS_NAMES: Readonly<Record<SurveyStatus, string>> = {
  draft: "Bản nháp",
  open: "Đang thu phiếu",
  closed: "Đã đóng",
};
