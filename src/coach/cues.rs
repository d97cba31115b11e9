//! The small words, spellings and stems that the coach knows, and the phrases of danger, as plain
//! text tables: they cost little more than their letters.

/// The bit of a class, by its name.
pub const fn class(name: u8) -> u64 {
    1 << (name & 63)
}

/// The same, by a name of one byte.
pub fn named(name: &[u8]) -> u64 {
    class(name.first().copied().unwrap_or_default())
}

pub const AUX: u64 = class(b'A');
pub const MARK: u64 = class(b'$');
pub const STOP: u64 = class(b's');
pub const WORD: u64 = class(b'_');
pub const IS_AFTER: u64 = class(b'i');
pub const AFTER_YOURE: u64 = class(b'y');
pub const OPENERS: u64 = class(b'o');
pub const COMMON: u64 = AUX
    | ME
    | YOU
    | OTHERS
    | NOT
    | BEFORE_EMBEDDED
    | RUNS_ON
    | IS_AFTER
    | class(b'c')
    | class(b'S')
    | WHOM
    | class(b'I');
pub const ENGLISH: u64 = COMMON | OPENERS | class(b'e');
pub const ELSEWHERE: u64 = class(b'f');
pub const JOKING: u64 = class(b'j');
pub const DIE: u64 = class(b'k');
pub const ME: u64 = class(b'm');
pub const YOU: u64 = class(b'u');
pub const WHOM: u64 = class(b'O');
pub const OTHERS: u64 = class(b'h');
pub const NOT: u64 = class(b'n');
pub const BEFORE_EMBEDDED: u64 = class(b'b');
pub const RUNS_ON: u64 = class(b'w');
pub const BUT: u64 = class(b't');
// Noticed about a word's place, not listed below.
pub const STARTS: u64 = class(b'^');
pub const QUOTED: u64 = class(b'J');
pub const CONTENT: u64 = class(b'C');
pub const BACK: u64 = class(b'G');
pub const DENIED: u64 = class(b'N');

/// The classes of words: a name and the words. A capital or a sign can stand in `PHRASES`; besides
/// those named above: I strengthens, X may stand before a feeling, P is somebody, S and O are who
/// does and whom, M is -self, T is violence, Z fear. `_` is any word, `$` any mark.
pub const WORDS: &str = "\
I so really very just pretty incredibly totally completely all too kind of still even probably already how only also always
X am are is was were be been being do feel* felt seem* sound* look* get got left made must might may could would will have has had not like a bit little so really very just too that kind of still even probably
P he she they who somebody dad father mom mum mother husband wife boyfriend girlfriend partner ex brother sister man men guy boss uncle aunt stepdad stepfather stepmum stepmom boys teacher carer
S i you he she they we it this that there something anyone your his her my the
A do does did is are was were am have has had can could will would should may might must
O me you him her them us my our your his the
M myself yourself himself herself themselves
T hit* beat beats beating punch* slap* chok* kick* shov* push* grab* smack*
Z afraid scared terrified frightened
$ . ? ,
, ,
s . ?
i it that what he she there here how who where this everything nothing everyone nobody
y so not right being too very
o and but so or okay oh wow ugh yeah yes no well man dude babe honey then please maybe just honestly sorry because like sure o
c a an and or but if these mine their be been being done in on at by from with into out up down off over as yes any more much lot because while okay oh well get got go going let again ever one thing* way feel felt feeling sound* seem* make made want think say said sorry please
e happened help day work good love hope need stop thank* listen hey hm* wahala smh lol abeg
f es mir dir dich dass el pero muy que eso lo tu siento je nous les est pas pour ich du der die und nicht ist das sehr leid voce nao muito che niet een
j lol haha* lmao embarrass* laugh* hilarious
k kill* die dead kms kys
m i we me my
u you your yours
h he she they
n not never no nobody
b know wonder about of to understand see hear tell is was that for like than me you it this
w what how why where who when are did do
t but";

/// Spellings written out: missing apostrophes, texting, frequent slips of the finger.
pub const SPELLINGS: &str = "\
cant can not
cannot can not
wont will not
aint is not
im i am
ive i have
ill i will
youre you are
youve you have
youll you will
hes he is
shes she is
theyre they are
its it is
thats that is
whats what is
whos who is
lets let us
u you
ur your
r are
y why
n and
b be
gonna going to
wanna want to
gotta have to
idk i do not know
dunno do not know
cuz because
cause because
rly really
wat what
wetin what
sux sucks
ok okay
k okay
omg oh
sry sorry
pls please
abeg please
wud would
alot a lot
re are
ll will
ve have
d would
m am
s is";

/// Stand-ins for irregular forms, for comparing with the prompt.
pub const STEMS: &str = "\
told tell
said say
left leave
forgot forget
came come
went go
took take
broke break
kept keep
heard hear
knew know
children kid
mum mom
mother mom
father dad
tore tear
lonely alone";

/// The phrases of danger. A line that begins with `-` is an exception: what it overlaps does not
/// count.
///
/// A phrase is words with single spaces. `a/b` is either, `stem*` any ending, `*ed` any beginning,
/// `?a` may be missing, `~` up to four words, `_` one word, `^` the start of a clause, `$` the end
/// of one; a capital letter is a class, `A+` one to six of it and `A*` up to six.
pub const PHRASES: &str = "\
burning/cut/cuts/cutting/harm*/hurt*/kill* M
bruise*/kms/kys/molest*/overdos*/rape*/raping/stalk*/strangl*/suicid*/unalive
self harm*
end/ended/ending/finish/take/taken/taking/took her/his/my/your ?own life
end/ending everything/it all
want* to die
rather/want* ?to be dead
wish* S was/were dead/gone/never
wish* i ~ never ?been born
wish i could/would just/not disappear/wake
better off ?if ?without ?i ?was ?were dead/died/gone/me/us
A not want to exist/live/wake
A not want to be alive/here ?anymore
point/reason in/of/to ?be/being ?go/going ?stay/staying alive/existing/here/live/living/on
nothing to live for
not worth living
i can not go/live anymore/on
hang*/shoot M
slit her/his/my
jump off ?a/the/that bridge/building/roof
all her/his/my/the/these pills
P ?just ?even ?always ?also ?sometimes ?ever ?X ?X ?started T O
P/i am/could/might/want/wants/will/would ?I ?going ?to T/hurt/kill O
i/you T/threatened O
beat*/hit*/hurting/hurts/shakes/shook/slaps O ?little baby/child/children/daughter/kid/kids/son
T me/us
hit me ?across/in/last/again $
beat/beating/beats O up
been/being/getting/got beaten/choked/hit
laid/lay*/put/puts ?his/her/a hand/hands around/on
by the throat
threw/throws ~ at her/him/me
P threw/throws dishes/plates/stuff/things
physically/sexual* abus*/assault*
touch* O ~ inappropriately
abus* O
abusive P/home/relationship
being abused
threat* ?to ?kill ?hurt ?hit ?take ?beat M/O
a gun/knife
P/i/you ?X ?X ?I ?going ?to kill* O
said/says/swore/told ~ hit/hurt/kill O
tried/trying to kill
Z of O/P/being/going/what
Z ?that P is/might/will/would ?going ?to come/do/find/hit/hurt/kill/take
Z to be/come/go alone/home
Z/fear for her/his/my/their/your life/safety
i/you am/are not safe
not feel safe
not safe around/at/here/in/with
unsafe around/at/here/with
in danger
does/will not allow/let me/her/you ?to go/leave/out
does/will not allow/let me ?to work $
does/will not allow/let me ?to see/talk ?to ?my anybody/anyone/family/friend*/people/sister
controls all/my/our ?my/our/the money
checks/goes/tracks ?through my phone
call/calling/dial/phone/ring/ringing ?the 000/112/911/999
crisis line/team
childline/samaritans/helpline/hotline
call* ?an/the ambulance
harm*/hurt/kill*/kills herself/himself/themselves
do/doing/done something/anything to herself/himself/M
about/of ending it/things ?all
talked/talking/thinking/thoughts/thought about/of dying/hanging/harming/killing/suicide
want/wants/wanted/wanting/going/planning to end everything/it/things
whole bottle of
too many ?of pills/tablets
are you ?and ?the ?kids/children ?in safe ?now/here/there/right/to
feel/feels safe ?there with/around/at him/her/home/them
P ?ever ?has touched/touch me/you/her/him $
did/does/has/have P ?ever ?even hit/hits/hurt/hurts/slap*/touched/threaten* O
lay/lays/laid a finger on
raise/raises/raised ?a ?his ?her hand to/at
hand/hands around/on/round O neck/throat
broke/broken her/his/my/your arm/jaw/nose/rib*/wrist/finger*
with/took ?a/his/her/the belt ?to ?O
P ?will ?was stab/stabbed O
going to stab
that is a threat
that is abuse/assault
get/gets/getting/turn/turns/turned/be/been violent
come/comes/came/swing/swings/swung/went at me/you/her with
Z in your/my/her/his own home/house
Z for your life/safety
hide/hiding/hid from him/her ?in
been/start*/stop*/started cutting $
razor*/noose
goodbye letter/note
is he/she/baby bleeding
forced himself/herself/M on
dey beat O
lock* O in
feel/felt like T/hitting/hurting/killing M/O
A he/she/they ?ever hit/hits/hitting/hurt/hurting/threaten* O
black eye
broke my arm/jaw/nose/rib/ribs/wrist
nobody/one would/will ?even cry/miss/notice ~ dead/died/funeral/gone
when/once i am dead/gone
never wake up
hope i do/will not survive/wake
hope you/he/she die/dies
done/through with life/living
given up on life/living
see/seen me/you alive
how many pills
put ?down the/that/your ?down blade/gun/knife/pills/razor
do/doing anything/something stupid
break* ?every ?both bone*/his/her/your arm*/bone*/face/finger*/jaw/leg*/neck/nose
back of my hand
know where you live/sleep
restraining order
domestic abuse/violence
did that/this to your/her/his arm*/face/eye/neck/wrist*
get/gets/got/gotten/turn/turned physical
somewhere safe
P is ?X ?standing/waiting outside my/her/the/your door/gate/house/window
P is/keep*/was ?X follow*/stalk* O
tracker on
in/into my/her/your bed/room at night
anyone/anybody/somebody/someone ?is ?been beating/harming/hitting/hurting/touching O
said no and/but P
hand up/under my/her/your
was/were abused/choked/slapped/strangled/whipped
not/you/he/she breathing
blood everywhere/on
starv* M
pour*/threw/throw acid
set ~ on fire
driv*/drove into a/the river/tree/wall
front of a/the train
a/one ?good ?hard ?little beating/slap/smack $
want* O dead
-die for/from/laughing/of
-my/the P/coach/parents/teacher X* ?going ?to kill me/us
-kill me ~ forget/forgot/late
-hit* me/you all/different/hard/how/like/that/up/with ?the
-that/it/this beat/beats/hit/hits me/us
-beat* O at/in/to
-push* O away/into/so/to/too
-kick* O off/out
-grabbed O a/some
-me ?to leave early
-phone bill/number
-threw/throws ~ away/in/into/out
-T O bag/ball/bell/books/bottle/brakes/button/car/chair/clock/deadline/door/gym/keys/lights/mood/phone/queue/road/roof/rush/speakers/table/targets/team/traffic/train/vase/wall
-kill* the lights/mood/speakers
-killing me
-hit by a
-follow* me on
-safe to drive/eat/say
-Z of O own
-Z of what others/people/the/you
-Z of O leaving
-Z of being/going/the
-threat* me/to leave/take/with ?divorce
-never/nobody/not ?I abusive/afraid/beat/going/hit/hits/hurt/hurts/in/scared/suicidal/terrified
-would/could never
-bruise* ?my easily/ego";
