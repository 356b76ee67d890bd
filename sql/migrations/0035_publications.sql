-- What was reported, sealed. A publication is its text (who, when, of which runs, with which files, each with its digest) and
-- the bytes of its files as they were rendered. Its text names the digest of the publication before it: a chain.
create table cadre.publications (
  publication_number bigint not null,
  seal_text text not null,
  digest text not null,
  signature bytea,
  constraint publications_key primary key (publication_number),
  constraint publications_publication_number_range check (publication_number >= 1),
  constraint publications_digest_form check (digest ~ '^[0-9a-f]{64}$')
);

comment on table cadre.publications is '发布：封存的报告，一行一次；只追加，各次首尾相连';
comment on column cadre.publications.publication_number is '序号，从 1 起连续';
comment on column cadre.publications.seal_text is
  '封存文本：标题、时点、发布人、时间、上一次的摘要、各批次及其结果的摘要、各文件及其摘要';
comment on column cadre.publications.digest is '封存文本的 SHA-256（十六进制）';
comment on column cadre.publications.signature is '对封存文本的 Ed25519 签名；空为未签名';

create table cadre.publication_contents (
  publication_number bigint not null,
  path text not null,
  part integer not null,
  content bytea not null,
  constraint publication_contents_key primary key (publication_number, path, part),
  constraint publication_contents_publication_exists foreign key (publication_number) references cadre.publications
);

comment on table cadre.publication_contents is '发布的文件：发布时的原样字节，分段存放';
comment on column cadre.publication_contents.publication_number is '发布序号（publications）';
comment on column cadre.publication_contents.path is '文件在报告目录中的路径';
comment on column cadre.publication_contents.part is '第几段，从 1 起连续';
comment on column cadre.publication_contents.content is '字节';

-- The results that a publication is made of are kept: their set is neither dropped nor taken over by a later run.
create table cadre.publication_runs (
  city_code text not null,
  publication_number bigint not null,
  run_id text not null,
  result_set text not null,
  constraint publication_runs_key primary key (city_code, publication_number, run_id),
  constraint publication_runs_results_kept foreign key (city_code, run_id)
    references cadre.result_sets (city_code, run_id)
);

comment on table cadre.publication_runs is '发布所依据的批次：其结果永久保留';
comment on column cadre.publication_runs.city_code is '城市代码（cities）';
comment on column cadre.publication_runs.publication_number is '发布序号（publications）';
comment on column cadre.publication_runs.run_id is '批次编号（runs）';
comment on column cadre.publication_runs.result_set is '结果集编号（result_sets）';

create index publication_runs_by_result_set on cadre.publication_runs (result_set);

insert into cadre.chain_heads (chain, entry_number, digest)
values ('publications', 0, repeat('0', 64));

-- The last link of a chain, for who may not read the log.
create function cadre.chain_head(wanted text) returns table (entry_number bigint, digest text)
language sql stable security definer
set search_path = pg_catalog, cadre, pg_temp
as $$
  select
    h.entry_number,
    h.digest
  from cadre.chain_heads h
  where h.chain = wanted
$$;

-- Appends a publication to the chain. Its files and runs come in the same transaction.
create function cadre.append_publication(number bigint, seal_text text, previous_digest text, signature bytea) returns text
language plpgsql security definer
set search_path = pg_catalog, cadre, pg_temp
as $$
declare
  head cadre.chain_heads;
  own text := encode(sha256(convert_to(seal_text, 'UTF8')), 'hex');
begin
  select * into strict head
  from cadre.chain_heads h
  where h.chain = 'publications'
  for update;
  if head.entry_number + 1 is distinct from number or head.digest is distinct from previous_digest then
    raise exception 'publication % does not follow from the one before', number using errcode = 'serialization_failure';
  end if;
  insert into cadre.publications (publication_number, seal_text, digest, signature)
  values (number, seal_text, own, signature);
  update cadre.chain_heads h
  set
    entry_number = number,
    digest = own
  where h.chain = 'publications';
  return own;
end
$$;

-- A part of a publication's results is never dropped.
create or replace function cadre.drop_result_part(table_name text, city text, result_set text) returns void
language plpgsql security definer
set search_path = pg_catalog, cadre, pg_temp
as $$
declare
  whole regclass := cadre.divided_table(table_name, 'result_set');
  wanted text := result_set;
begin
  if not exists (select from cadre.result_sets s where s.city_code = city and s.result_set = wanted) then
    raise exception '% has no result set %', city, wanted using errcode = 'invalid_parameter_value';
  end if;
  execute format('lock table only %s in access exclusive mode nowait', whole);
  if exists (select from cadre.publication_runs p where p.result_set = wanted) then
    raise exception 'the result set % is published', wanted using errcode = 'object_in_use';
  end if;
  execute format('drop table if exists cadre.%I', table_name || '_' || wanted);
end
$$;

revoke all on function
  cadre.chain_head(text),
  cadre.append_publication(bigint, text, text, bytea)
from public;
