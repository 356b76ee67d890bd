-- By which rules each indicator was judged: where an update changes some, these alone are judged again.
alter table cadre.run_indicators add column rules_digest text;

comment on column cadre.run_indicators.rules_digest is '规则摘要：判定该指标的全部语句与口径的 SHA-256；空为早先版本所判';

comment on column cadre.runs.policy_version is '规则版本：各指标规则摘要（run_indicators.rules_digest）的摘要';
