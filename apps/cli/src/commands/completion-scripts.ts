import type { CommandSpec, OptionSpec } from "../command-line/commands.js";

/** Kinds of declarations whose names can stand on a command line, as a pattern of sed and awk. */
const named =
  "source|claim|evidence|quantity|fact|shock|let|stock|event|choice|treaty|exchange|scenario|question";

/** Prints the names that a model's text declares at the margin; no program of ours is started for it. */
const namesCommand = (file: string, kinds: string): string =>
  `sed -nE 's/^(${kinds})[[:space:]]+([A-Za-z_][A-Za-z0-9_]*(\\([A-Za-z0-9_]+\\))?).*/\\2/p' ${file} 2>/dev/null`;

/** What an option's value is completed from: the kinds of declarations, or given words. */
function valuesOf(
  option: OptionSpec,
  templates: readonly string[],
): { kinds: string } | { words: string } | null {
  if (option.name === "scenario" || option.name === "question") return { kinds: option.name };
  if (option.name === "without") return { kinds: "claim|source" };
  if (option.name === "template") return { words: templates.join(" ") };
  if (option.name === "engine") return { words: "interpreter" };
  if (option.name === "precision") return { words: "double" };
  return null;
}

const usable = (spec: CommandSpec): OptionSpec[] => spec.options.filter(({ later }) => later === undefined);

export function bashScript(specs: readonly CommandSpec[], templates: readonly string[]): string {
  const cases = specs.map((spec) => {
    const options = usable(spec).map(({ name }) => `--${name}`);
    return `    ${spec.name}) options="${options.join(" ")}" operands="${spec.completes.join(" ")}" ;;`;
  });
  const values = optionValues(specs, templates).map(([name, value]) => {
    const list = "kinds" in value ? `$(${namesCommand('"$model"', value.kinds)})` : value.words;
    return `    --${name}) COMPREPLY=($(compgen -W "${list.replace(/"\$model"/, '\\"$model\\"').replace(/\\"/g, '"')}" -- "$word")); return ;;`;
  });
  const takers = [
    ...new Set(
      specs.flatMap((spec) =>
        usable(spec)
          .filter(({ takes }) => takes !== undefined)
          .map(({ name }) => `--${name}`),
      ),
    ),
  ];
  return `# Completion of casus for bash. In ~/.bashrc: eval "$(casus completion bash)"
_casus() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}"
  local command="\${COMP_WORDS[1]}" options="" operands="" model="" count=0 index each
  if [ "$COMP_CWORD" -le 1 ]; then
    COMPREPLY=($(compgen -W "${specs.map(({ name }) => name).join(" ")} --help --version" -- "$word"))
    return
  fi
  case "$command" in
${cases.join("\n")}
    *) return ;;
  esac
  for ((index = 2; index < COMP_CWORD; index++)); do
    each="\${COMP_WORDS[index]}"
    case "$each" in
      -*) case " ${takers.join(" ")} " in *" $each "*) index=$((index + 1)) ;; esac ;;
      *) [ -z "$model" ] && model="$each"; count=$((count + 1)) ;;
    esac
  done
  case "$before" in
${values.join("\n")}
  esac
  if [ "\${word#-}" != "$word" ]; then
    COMPREPLY=($(compgen -W "$options" -- "$word"))
    return
  fi
  set -- $operands
  [ "$count" -ge "$#" ] && count=$(($# - 1))
  shift "$count"
  case "$1" in
    name) COMPREPLY=($(compgen -W "$(${namesCommand('"$model"', named)})" -- "$word")) ;;
    shell) COMPREPLY=($(compgen -W "bash zsh fish" -- "$word")) ;;
    folder) COMPREPLY=($(compgen -d -- "$word")) ;;
    *)
      local IFS=$'\\n'
      compopt -o filenames 2>/dev/null
      COMPREPLY=($(compgen -d -- "$word") $(compgen -f -X '!*.casus' -- "$word"))
      ;;
  esac
}
complete -F _casus casus
`;
}

/** Each option that takes names or words, once. */
function optionValues(specs: readonly CommandSpec[], templates: readonly string[]) {
  const found = new Map<string, NonNullable<ReturnType<typeof valuesOf>>>();
  for (const spec of specs) {
    for (const option of usable(spec)) {
      const value = valuesOf(option, templates);
      if (value !== null) found.set(option.name, value);
    }
  }
  return [...found];
}

export function zshScript(specs: readonly CommandSpec[], templates: readonly string[]): string {
  const describe = specs.map(({ name, summary }) => `    '${name}:${quoted(summary)}'`);
  const cases = specs.map((spec) => {
    const options = usable(spec).map((option) => zshOption(option, templates));
    const operands = spec.completes.map((kind, index) => {
      const isLast = index === spec.completes.length - 1 && spec.most > spec.completes.length;
      return `'${isLast ? "*" : index + 1}:${kind}:${zshOperand(kind)}'`;
    });
    return `    ${spec.name}) _arguments ${[...options, ...operands].join(" \\\n        ")} ;;`;
  });
  return `#compdef casus
# Completion of casus for zsh: save it as _casus in a folder of $fpath.
_casus_names() {
  local -a names
  names=(\${(f)"$(${namesCommand('"$words[2]"', "$1")})"})
  compadd -a names
}
_casus() {
  local -a commands
  commands=(
${describe.join("\n")}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command="\${words[2]}"
  shift words
  (( CURRENT-- ))
  case "$command" in
${cases.join("\n")}
  esac
}
if [ "\${funcstack[1]}" = "_casus" ]; then _casus "$@"; else compdef _casus casus; fi
`;
}

function zshOption(option: OptionSpec, templates: readonly string[]): string {
  const text = `[${quoted(option.help).replace(/[[\]]/g, "\\$&")}]`;
  const many = option.repeats === true ? "*" : "";
  if (option.takes === undefined) return `'${many}--${option.name}${text}'`;
  const value = valuesOf(option, templates);
  const action =
    value === null ? " " : "kinds" in value ? `{_casus_names "${value.kinds}"}` : `(${value.words})`;
  return `'${many}--${option.name}=${text}:${option.takes.replace(/:/g, " ")}:${action}'`;
}

function zshOperand(kind: CommandSpec["completes"][number]): string {
  switch (kind) {
    case "name":
      return `{_casus_names "${named}"}`;
    case "folder":
      return "_files -/";
    case "shell":
      return "(bash zsh fish)";
    default:
      return '_files -g "*.casus"';
  }
}

export function fishScript(specs: readonly CommandSpec[], templates: readonly string[]): string {
  const lines = [
    "# Completion of casus for fish: save it as ~/.config/fish/completions/casus.fish.",
    "function __casus_names",
    "  set -l words (commandline -opc)",
    `  test (count $words) -ge 3; and ${namesCommand('"$words[3]"', "$argv[1]").replace("'s/", '"s/').replace("/p'", '/p"').replace(/\\\\/g, "\\\\\\\\").replace("\\2", "\\\\2")}`,
    "end",
    "complete -c casus -f",
  ];
  for (const spec of specs) {
    lines.push(`complete -c casus -n __fish_use_subcommand -a ${spec.name} -d '${quoted(spec.summary)}'`);
    const within = `-n '__fish_seen_subcommand_from ${spec.name}'`;
    for (const option of usable(spec)) {
      const value = valuesOf(option, templates);
      const list =
        value === null
          ? ""
          : "kinds" in value
            ? ` -a '(__casus_names "${value.kinds}")'`
            : ` -a '${value.words}'`;
      const takes = option.takes === undefined ? "" : " -x";
      lines.push(`complete -c casus ${within} -l ${option.name}${takes}${list} -d '${quoted(option.help)}'`);
    }
    for (const kind of spec.completes) {
      const list =
        kind === "name"
          ? `-a '(__casus_names "${named}")'`
          : kind === "shell"
            ? "-a 'bash zsh fish'"
            : kind === "folder"
              ? "-a '(__fish_complete_directories)'"
              : "-a '(__fish_complete_suffix .casus)'";
      lines.push(`complete -c casus ${within} ${list}`);
    }
  }
  return `${lines.join("\n")}\n`;
}

/** Inside single quotation marks of a shell. */
function quoted(text: string): string {
  return text.replace(/'/g, "’").replace(/:/g, " ");
}
