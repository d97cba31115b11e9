//! The pages that the tests serve: made here as strings, or the real post with the
//! exercises put into it as its owner would.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

use crate::site::Site;

/// The exercises.
pub const CHOICE: &str = "perspective-switch";
pub const PRACTICE: &str = "mirror-then-ask";
pub const OPEN: &str = "ask-one-more";
pub const CONNECT: &str = "validate-then-connect";
pub const REFLECTION: &str = "working-on-it-or-walking-away";
pub const LINE: &str = "next-time";
pub const LIMIT: &str = "and-also";
pub const PAUSE: &str = "slow-the-moment";
pub const CARD: &str = "plain-words";
pub const BOOKLET: &str = "booklet";
pub const IN_TURN: &str = "is-or-isnt";
pub const PEOPLE: &str = "three-people";
pub const WHICH: &str = "validation-or-empathy";
pub const WHO: &str = "who-are-you-talking-to";
pub const CLOSER: &str = "catch-the-closer";
pub const FIRST: &str = "what-would-help-first";
pub const REOPEN: &str = "open-the-closer";
pub const SHAPED: &str = "what-shaped-my-empathy";
pub const CHILDREN: &str = "what-i-notice-in-the-children";
pub const SHOES: &str = "other-shoes";
pub const PHRASE: &str = "phrase-and-response";
pub const REPAIR: &str = "repair-this-week";
pub const ALOUD: &str = "repair-out-loud";
pub const CARE: &str = "care-and-a-limit";
pub const GOT_IT: &str = "a-time-somebody-got-it";
pub const CLARITY: &str = "clarity-note";
pub const THERAPY: &str = "what-therapy-does";

/// One exercise of each way through a kind. Suites that look at every step under many themes,
/// widths and settings take these: what is drawn in the others is drawn by the same code.
pub const FLOWS: [&str; 12] = [
    CHOICE, IN_TURN, SHOES, PRACTICE, OPEN, CONNECT, REFLECTION, SHAPED, LINE, LIMIT, PAUSE, CARD,
];

/// The exercises that go one of these ways, with words of their own.
pub const OTHERS: [&str; 15] = [
    PEOPLE, WHICH, WHO, CLOSER, FIRST, REOPEN, CHILDREN, PHRASE, REPAIR, ALOUD, CARE, GOT_IT,
    CLARITY, THERAPY, BOOKLET,
];

/// The owner's one tag.
pub const TAG: &str = r#"<script type="module" src="/interlude/interlude.js"></script>"#;

/// Stands first in every page and takes down what the page says, breaks and forbids.
pub const WATCH: &str = r#"
window.seen = { said: [], broken: [], forbidden: [], printed: [] };
for (const level of ["debug", "log", "info", "warn", "error"]) {
  const was = console[level];
  console[level] = (...words) => {
    seen.said.push(words.join(" "));
    was.apply(console, words);
  };
}
addEventListener("error", (event) => seen.broken.push(String(event.message)));
addEventListener("unhandledrejection", (event) => seen.broken.push(String(event.reason)));
document.addEventListener("securitypolicyviolation", (event) =>
  seen.forbidden.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`));
"#;

const HEAD: &str = r#"<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<script src="/watch.js"></script>"#;

/// A page with the owner's tag at its end.
pub fn page(body: &str) -> String {
    with("", &format!("{body}\n{TAG}"))
}

/// A page without the owner's tag.
pub fn bare(body: &str) -> String {
    with("", body)
}

/// A page with something of its own in the head.
pub fn with(head: &str, body: &str) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"en-US\">\n<head>\n{HEAD}\n<title>A post</title>\n{head}\n</head>\n\
         <body>\n<main><article id=\"post\">\n<h1>A post</h1>\n{body}\n</article></main>\n</body>\n</html>"
    )
}

/// The exercise of that name with a list in it.
pub fn place(name: &str, items: &[&str]) -> String {
    format!("<div data-interlude=\"{name}\">\n{}\n</div>", list(items))
}

/// A list.
pub fn list(items: &[&str]) -> String {
    let items: String = items
        .iter()
        .map(|item| format!("<li>{item}</li>\n"))
        .collect();
    format!("<ul>\n{items}</ul>")
}

/// A short list for each exercise, which it reads without a word in the console.
pub fn items(name: &str) -> &'static [&'static str] {
    match name {
        CHOICE => &[
            "Your friend cancels for the third time.",
            "“Nice of you to show up.”",
            "Silence all through dinner.",
        ],
        PRACTICE => &[
            "Your partner: “I sat there through the whole dinner and you talked to everybody but me.”",
            "A colleague: “I did the whole report again and nobody even noticed.”",
            "“Fine. Forget it.”",
        ],
        OPEN => &[
            "You ask your son: “Was it fun?”",
            "You ask a friend: “Why didn’t you call?”",
            "“Are you okay now?”",
        ],
        CONNECT => &[
            "Your partner: “I waited an hour at the station and nobody came.”",
            "A colleague: “They cut my part out of the talk.”",
            "“Nobody asked how the test went.”",
        ],
        SHOES => &[
            "Two roommates, and a sink full of dishes.",
            "A message that stays without an answer for a day.",
        ],
        IN_TURN => &[
            "Waiting until they have finished.",
            "Knowing at once what they should do.",
            "“You’re right.”",
        ],
        PEOPLE => &[
            "Somebody at the bus stop talks to the timetable.",
            "The new cashier calls for help a second time.",
        ],
        WHICH => &[
            "To a friend: “After that week, anybody would be tired.”",
            "To your daughter: “I’m sad with you.”",
            "To your neighbor: “I thought of you last night.”",
        ],
        WHO => &[
            "My partner: “You waited for me.”",
            "My child: “That was a hard goodbye.”",
        ],
        CLOSER => &[
            "A friend says that she is tired, and you say: “Everybody is.”",
            "Your son says that he hates math, and you ask: “Since when?”",
        ],
        REOPEN => &[
            "You tell a friend: “It could be worse.”",
            "You tell your son: “You’ll get over it.”",
            "“Look on the bright side.”",
        ],
        SHAPED => &[
            "I noticed the mood of a room early on.",
            "I like to watch before I join in.",
            "I have been the new one somewhere.",
        ],
        CHILDREN => &[
            "Falling asleep takes longer than it used to.",
            "It gets rough between brothers and sisters.",
            "They invite friends over.",
        ],
        FIRST => &["A quiet hour", "Somebody to talk to"],
        LINE => &[
            "“I looked at my phone while you talked. Next time I will ____.”",
            "“I was late again. Next time I will ____.”",
        ],
        LIMIT => &["“I hear ____, and also I need ____. ____.”
<ul><li>What do you hear?<ul><li>that you want this now</li><li>how tired you are</li></ul></li>
<li>What do you need?<ul><li>ten minutes of quiet</li></ul></li>
<li>When do you come back?<ul><li>Let’s talk after dinner</li></ul></li></ul>"],
        PHRASE => &["“I see ____. For me, ____. ____.”
<ul><li>What do you see?<ul><li>how tired you are</li></ul></li>
<li>What stays true for you?<ul><li>no is still my answer</li></ul></li>
<li>What comes next?<ul><li>Let’s talk after dinner</li></ul></li></ul>"],
        REPAIR => &["“Repair for me looks like ____.”"],
        ALOUD => &[
            "Let them hear it (“I see why that hurt.”)",
            "Let them see it (“I’m sorry. What I’ll do now: ____.”).",
        ],
        CARE => &["“I can see ____, and it matters to me. I can listen ____.”"],
        GOT_IT => &["“It was ____. They ____.”"],
        BOOKLET | CLARITY | THERAPY => &["One side.", "The other side."],
        PAUSE => &["left out", "worn out", "afraid of losing me"],
        CARD => &[
            "A trait shows now and then.",
            "A pattern comes back, whoever is there.",
            "Harm is harm, with or without a name.",
        ],
        _ => &[
            "After an apology, it happens again soon.",
            "I see friends less than I would like to.",
            "I can say no here, and it is heard.",
        ],
    }
}

/// An exercise with its short list.
pub fn filled(name: &str) -> String {
    place(name, items(name))
}

/// A post with the exercises in it, each below a heading and a paragraph.
pub fn three() -> String {
    let part = |name: &&str| {
        format!(
            "<h2>About {name}</h2>\n<p>Some words before it.</p>\n{}\n<p>Some words after it.</p>",
            filled(name)
        )
    };
    FLOWS.iter().map(part).collect::<Vec<_>>().join("\n")
}

/// Far more than a screen of ordinary text.
pub fn long_text() -> String {
    "<p>The post goes on, and the reader reads on.</p>\n".repeat(400)
}

/// Where the post is served; the release files stand beside it.
pub const POST: &str = "/interlude/post.html";

/// Puts the post with three exercises on a site.
pub fn serve_post(site: &Site) {
    site.page(POST, &watched(post()));
}

/// The post with the exercises, as its owner's page has it.
pub fn post() -> &'static str {
    static POST: OnceLock<String> = OnceLock::new();
    POST.get_or_init(|| real_post().unwrap_or_else(post_of_the_same_shape))
}

/// Puts the tests' own watch first in a page that is not ours.
pub fn watched(html: &str) -> String {
    let (before, after) = html.split_once("<head>").unwrap();
    format!("{before}<head>\n{HEAD}\n{after}")
}

fn real_post() -> Option<String> {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("post.html");
    let _ = fs::remove_file(&out);
    let ran = Command::new("node")
        .arg("scripts/post-page.mjs")
        .arg(&out)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(
        ran.status.success(),
        "scripts/post-page.mjs failed: {}",
        String::from_utf8_lossy(&ran.stderr)
    );
    let said = String::from_utf8_lossy(&ran.stdout);
    // The gallery has a page that says it, in the place of the post.
    if !said.is_empty() {
        eprintln!("{} A page of the same shape is used.", said.trim());
        return None;
    }
    fs::read_to_string(out).ok()
}

fn post_of_the_same_shape() -> String {
    let part = |(heading, name, items): (&str, &str, &[&str])| {
        format!("<h3>{heading}</h3>\n{}\n<p>And on.</p>", place(name, items))
    };
    let parts = [
        (
            "Use empathy when you want to connect:",
            WHICH,
            &[
                "Partners: “It makes sense you felt alone.”",
                "Kids: “You’re disappointed. That’s hard.”",
                "Neighbors: “I’m really sorry. That sounds tough.",
            ][..],
        ),
        (
            "Watch For:",
            CHOICE,
            &[
                "Rising tension or sleep changes.",
                "Withdrawal: “Please stop yelling.”",
                "Low motivation.",
            ],
        ),
        (
            "We Can Help You",
            FIRST,
            &[
                "Regain your sense of self.",
                "Identify your triggers.",
                "Establish routines.",
            ],
        ),
        (
            "Walk away when:",
            REFLECTION,
            &[
                "Emotional harm continues.",
                "Accountability is performative.",
                "Your safety declines.",
            ],
        ),
        (
            "Common Phrases or Behaviors",
            PRACTICE,
            &[
                "“You’re overreacting.”",
                "“If you loved me, you’d support me.”",
                "Rewriting events.",
            ],
        ),
        (
            "Empathic, Boundaried Responses",
            LIMIT,
            &[
                "“I hear you want support. I also need to be heard.”",
                "“I won’t debate my memory.”",
                "“Repair for me looks like ____ this week.”",
            ],
        ),
        (
            "Teaching and Practicing",
            LINE,
            &[
                "Slow the moment: Take one breath.",
                "Mirror, then ask: “Tell me more about it?”",
                "Perspective switch: “How would I feel?”",
                "Curiosity follow-up: “What did you wish I’d done?”",
                "Repeat out loud: “I was not there. Next time I’ll ____.”",
            ],
        ),
    ];
    let plain = "<h3>Model Healthy Repair:</h3>\n<ul>\n<li>Let kids hear it (“I see why”).</li>\n\
        <li>Let them see it (“I’m sorry. Here’s how”).</li>\n<li>Make it short.</li>\n</ul>\n\
        <h2>We Can Help You</h2>\n<p>Clarity Note: This excuses nothing.</p>\n\
        <h3>Therapy helps both sides:</h3>\n<ul>\n<li>One.</li>\n<li>The other.</li>\n</ul>\n";
    let body = [plain, &parts.map(part).join("\n")].concat();
    format!(
        "<!DOCTYPE html>\n<html lang=\"en-US\">\n<head>\n<meta charset=\"utf-8\">\n<title>A post</title>\n</head>\n\
         <body>\n<header><nav aria-label=\"Site\"><a href=\"#\">Home</a></nav></header>\n<main id=\"content\">\
         <article>\n<h1>A post</h1>\n<p>Words.</p>\n{body}\n</article></main>\n\
         <script type=\"module\" src=\"interlude.js\"></script>\n</body>\n</html>"
    )
}
