//! Every word and phrase that the coach knows, as plain text tables: they cost little more than
//! their letters. The definitions come from the five labels (mirror, question, slips, boundary,
//! alarm).

// The tables of `PHRASES`, in their order; those of questions stand in the order they count in.
pub const FEELS: u8 = 0;
pub const RETELLS: u8 = 1;
pub const OWNS: u8 = 2;
pub const CHARGES: u8 = 3;
pub const CHECKS: u8 = 4;
pub const TAGS: u8 = 5;
pub const INVITES: u8 = 6;
pub const LEADS: u8 = 7;
pub const FACTS: u8 = 8;
pub const OPENS: u8 = 9;
pub const OPENS_BARE: u8 = 10;
pub const ASKS_SHORT: u8 = 11;
pub const ASKS: u8 = 12;
pub const SHRINKS: u8 = 13;
pub const FIXES: u8 = 14;
pub const TURNS: u8 = 15;
pub const ARGUES: u8 = 16;
pub const LIMITS: u8 = 17;
pub const HARSHENS: u8 = 18;
pub const DANGERS: u8 = 19;
pub const DENIES: u8 = 20;

/// The bit of a class, by its name.
pub const fn class(name: u8) -> u64 {
    1 << (name & 63)
}

pub const FEELING: u64 = class(b'F');
pub const EXPERIENCE: u64 = class(b'E');
pub const HURTS: u64 = class(b'H');
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
pub const ENGLISH: u64 =
    COMMON | OPENERS | FEELING | EXPERIENCE | HURTS | class(b'B') | class(b'e');
pub const ELSEWHERE: u64 = class(b'f');
pub const REPORTED: u64 = class(b'r');
pub const JOKING: u64 = class(b'j');
pub const DIE: u64 = class(b'k');
pub const ME: u64 = class(b'm');
pub const YOU: u64 = class(b'u');
pub const WHOM: u64 = class(b'O');
pub const OTHERS: u64 = class(b'h');
pub const NOT: u64 = class(b'n');
pub const BEFORE_EMBEDDED: u64 = class(b'b');
pub const RUNS_ON: u64 = class(b'w');
pub const AFTER_RUNS_ON: u64 = class(b'x');
pub const IF: u64 = class(b'g');
pub const BUT: u64 = class(b't');
pub const ORDERS: u64 = class(b'B') | class(b'a');
// Noticed about a word's place, not listed below.
pub const STARTS: u64 = class(b'^');
pub const QUOTED: u64 = class(b'J');
pub const ASKED: u64 = class(b'K');
pub const CONTENT: u64 = class(b'C');
pub const BACK: u64 = class(b'G');
pub const OWNED: u64 = class(b'D');
pub const DENIED: u64 = class(b'N');

/// The classes of words: a name and the words. A capital or a sign can stand in `PHRASES`; besides
/// those named above: I strengthens, X may stand before a feeling, B gives an order, P is somebody,
/// R and Y are hard names, V is refused in a limit, S and O are who does and whom, M is -self, T is
/// violence, Z fear, Q asks for one fact. `_` is any word, `$` any mark.
pub const WORDS: &str = "\
F sad* unhappy upset* hurt* mad angry anger furious livid pissed annoy* irritat* frustrat* disappoint* discourag* devastat* crush* heartbr* grie* lonel* alone abandon* reject* neglect* unloved unwanted invisible ignored dismiss* disrespect* betray* humiliat* embarrass* ashamed shame* guilt* worthless useless helpless powerless hopeless lost stuck forgotten trapp* torn confus* overwhelm* stress* exhaust* drain* tired tiring worn burn* worri* worry* anxious anxiety nervous scared scary afraid fear* frighten* terrif* shock* uncomfortable insecure jealous resent* attacked blamed numb empty broken defeat* depress* miserable pain* relieved happy excit* proud hopeful vulnerable unsure down stupid burden* concern* small foolish disgust* used shaken exposed fuming
E hard harder tough rough awful unfair horrible terrible brutal harsh heavy difficult cruel rude bad worst wonderful amazing unbearable rotten
H sucks hurts stings stung stinks sting hurt suck
I so really very just pretty incredibly totally completely all too kind of still even probably already how only also always
X am are is was were be been being do feel* felt seem* sound* look* get got left made must might may could would will have has had not like a bit little so really very just too that kind of still even probably
B try go ask call talk tell take get quit block ignore focus write look make set put keep apologize read give leave report buy change hire hide
P he she they who somebody dad father mom mum mother husband wife boyfriend girlfriend partner ex brother sister man guy boss
R overreact* dramatic crazy ridiculous selfish lazy childish paranoid pathetic sensitive emotional needy ungrateful difficult toxic narciss* liar idiot bitch asshole jerk stupid exaggerat* lying controlling imagining wrong mean
Y crap shit drama whin* ridiculous selfish stupid idiot* bitch* asshole lazy childish hell fuck*
V discuss argue fight yell accept tolerate continue talk speak listen stay stand put lend cover lie
S i you he she they we it this that there something anyone your his her my the
A do does did is are was were am have has had can could will would should may might must
O me you him her them us my our your his the
M myself yourself himself herself themselves
T hit* beat beats beating punch* slap* chok* kick* shov* push* grab* smack*
Z afraid scared terrified
Q time day year age color long much many often old far late soon big
$ . ? ,
, ,
s . ?
i it that what he she there here how who where this everything nothing everyone nobody
y so not right being too very
o and but so or okay oh wow ugh yeah yes no well man dude babe honey then please maybe just honestly sorry because like sure o
c a an and or but if these mine their be been being done in on at by from with into out up down off over as yes any more much lot because while okay oh well get got go going let again ever one thing* way feel felt feeling sound* seem* make made want think say said sorry please
e happened help day work good love hope need stop thank* listen hey hm* wahala smh lol abeg
f es mir dir dich dass el pero muy que eso lo tu siento je nous les est pas pour ich du der die und nicht ist das sehr leid voce nao muito che niet een
r say says said tell tells told hear heard call* instead without like tired sick hate if
j lol haha* lmao embarrass* laugh* hilarious
k kill* die dead kms kys
m i we me my
u you your yours
h he she they
n not never no nobody
b know wonder about of to understand see hear tell is was that for like than me you it this
w what how why where who when are did do
x you he she they happened
g if unless
t but
a do not stop if";

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

/// The phrases, a table for each name above. A line that begins with `-` is an exception: what it
/// overlaps does not count.
///
/// A phrase is words with single spaces. `a/b` is either, `stem*` any ending, `*ed` any beginning,
/// `?a` may be missing, `~` up to four words, `_` one word, `^` the start of a clause, `$` the end
/// of one; a capital letter is a class, `A+` one to six of it and `A*` up to six.
pub const PHRASES: &str = "\
you X+ F
you X+ left/let/pushed/put/shut aside/behind/down/out
you feel/felt/must X* *ed
you did/do not ?even count/matter
be/being/was I* F
hear/how/imagine/of/see/such/the/your I* E/F
?a lot on/to carry/deal/handle/hold/process/sit/take/your
F about/after/and/because/by/from
feel/feels/felt/looks/must/seems/sound/sounds X* E/F
all/day/it/night/that/this/week/which X+ I* E/F
X/such a/an I* E/betrayal/mess/nightmare/shock
^ I* E/F $
bothers/hurt/hurts/scares/upsets you
it/that/this/which I* H
had/must/would ?have ?to H
-not/so alone/great
-i am/feel/felt/have/was ?such X* I* E/F
-i/he/she/they/you am/are/is/was/were ?the X* I* E
-i/we had ~ E
-not/stop be/being I* E/F
-be glad/happy for/you
-die/dying of
would X* F
no wonder you
are/were you I* F
what a/an I* E/mess/nightmare
not X* easy/fair
-you X+ I* R
-i F
-he/me/my/she/they X* I* F
-do not be I* F
-if you are/feel I* F

it felt/seems/sounds ?like
so you
-how you feel/felt $
-you already said
i ?can ?hear/heard/get/see/understand/realize how/that/what/why/you he/it/she/that/they/this/you
in other words
you ?I asked/been/believe/came/care/deserve/expected/feel/felt/had/have/heard/hoped/knew/know/lost/love/missed/need/needed/noticed/said/see/stayed/struggle/think/thought/tried/trusted/want/wanted/went/wish/wonder/worry
-you are ?I acting/allowed/being/brave/good/lucky/right/welcome/wrong
-you are not a/alone/the
-you can/clearly/could/may/might/must/should/will
-you have/need/want more/to
-you have ?got a/this
-you ?I need
feels/felt/looks/seems/sound/sounds like
you X* *ing ?and/to/that/for/on/through/it/about/with/by/not
what i hear/heard
you ?I A not
-you do not care/have/need/understand
-you know ?what/how/that ,/he/i/it/she
part of you
it is/was/feels ?I been/difficult/hard/important
makes ?I sense that/to/why/you

i ?I broke/came/forgot/hurt/ignored/interrupted/kept/left/made/missed/promised/said/see/snapped/take/told/walked/yelled
i have ?not been
i was ?I late/on
i was not there

you ?are acting/always/being/making/never
you X+ I* R
you ?I started
you made/make everything/it/me
you did/do not ?I care/help/listen/try
you have no
you ?I want attention
you could/should have

did i get/hear/understand
are/were you I* F because/i/that/when
is that ?I it/right/true
who does/would not
am i I* hearing/right

A ?not S $

tell me/us ?a ?little ?bit $/about/all/everything/how/more/what/why
help me ?to see/understand
i would ?love/like to hear/know/understand
?do ?you like/want ?to share/talk/tell
would you ?I be/like/want ?open ?to share/talk/tell
can/could/will you ?please describe/explain/help/say/share/tell/walk ?me ?it ?a ?bit $/about/again/how/more/through/understand/what/why
and then $
i want to ?I hear/know/understand about/how/more/what

why A not ?you/i
why are/did/do/would you
how could/dare you
what about me/my
what A you ?I expect/want
what if we/you
have you ?even considered/looked/thought/tried
did you even/try
A not i/it/that/you
are you ?I R/done/happy/joking/kidding/serious
so ?now it is my
and your ~ perfect
maybe ?if you ~ $
how about going/trying/we/you
what is wrong with
do you ?not think i/it/that/you
can/could/will you ?I calm/just/not/stop

how/what Q
when A

how/what/why

how/what/why A/happened

you ?feeling ?doing ?all alright/good/okay/safe $
want me/some/to
A ?not S
any/anything/need _
where/which/who/whose

are/did/do/does/have/is/was/were he/it/she/they/you
where/which/who/whose A

at least _
be/got/had/has/have/it ?so ?much/way worse
are/is/was not ?I that bad
no/not ?a/such/that ?a big deal/thing
you will I* be/feel/find/get/survive I* alright/another/better/fine/good/it/okay/over/past/someone/through
everything/it/that/things will I* be/blow/get/pass/work I* $/alright/better/fine/okay/out/over
happens for a
bright side
cheer/chin/lighten/man up
do not be/cry/feel/get/stress/worry I* $/F/about/bad/hard/like/so
do not let ~ bother/get/upset
stop complaining/crying/overthinking/worrying
^ I* calm/chill/relax $/down/out
it is/was just/only _ ?_ $
^ I* stay/think positive/strong
stay positive
be ?I glad/grateful/happy/thankful for/that/you
^ all/everybody/everyone/lots ?of _ ?_ do/fail/fight/go/have
everybody/everyone does/fails/feels/gets/goes/has
you are not I* a/an bad/burden/failure/horrible/terrible
you are not stupid/ugly/weak $
you are/have ?such a/an ?I good/great/strong/wonderful _
god ?has ?a ?never gives/plan
snap out
congrats
-at least a/as/five/four/once/one/ten/three/twice/two
everything/it/you are/is ?I going to be I* alright/fine/okay
this too
it/things get/gets better
end of the
no need to ?be cry/upset/worry
get over her/him/it
^ ?just forget/let/move about/it/on
it is just/only a/an
we all _
it is what it is $
that is life
you ?have got this
you can do it
overthink*
time heals
-at least i can/could/should
-not have to be

^ ?i ?think/guess/say ?that ?maybe you should
^ you ?I got/have/need to
you ?I need more/therapy/to
you can/could ?always ?just ask/book/call/go/start/take/talk/tell/try/use
^ have you considered/looked/thought/tried
^ why do not you
^ how/maybe/what about/if asking/going/talking/trying/you
if i was/were you
i ?would advise/recommend/suggest
make sure
^ let us figure/find/fix/hire/make/plan/start
we should B/make
^ B a/about/an/for/her/him/it/less/more/on/some/that/the/them/this/to/with/your/yourself
^ just B
^ go get/take/to
^ be happy for
-you should never/not
-take all/as/care/your ?time
-give her/him/them a break
-you have to do/go/keep/make/put
you had better
^ try/trying _
^ why not ?just B
next time ?, just/try/you
a counselor/doctor/lawyer/therapist $
get some rest/sleep
deep breath
-tell/ask/call/cut/give/leave/make/show/talk/text ?to me/us
-get/look/make/makes/put/see/think at/how/it/sense/that/what/your
-do it/you/your
-not get/go/have/know/make/see/talk/tell/think

^ when i got/had/lost/was/went
i ?have had a/an/that/the ?same/one/crazy/horrible/rough/bad/long/hard/terrible
i have been there/through
did/happened/happens ~ to me
reminds me
me too $
same here
i had/have ?_ ?like ?that too/with
i _ mine
i did/failed/felt/hated/know/lost ~ also/too/well $
last month/night/week/year ?, i/my
^ my ?own ?old ?last aunt/boss/brother/cousin/dad/day/ex/friend/husband/kids/mom/mum/sister/wife did/does/forgot/had/has/hit/is/just/left/never/once/told/was
how/what about me/my
i am/feel/was I* F too
i need ~ too
same thing happened
been there $
i know ?exactly how you
i feel ?the same
i used to
my day
i am ?also ?I angry/exhausted/stressed/tired/upset $
-i also/too hear/know/need/see/understand/want
-i ~ you/your

you are ?just/always/only I* R
you are acting/being _
^ you ?just/always always/keep/never
you ?I started it/this
you ~ me/too too $
you made/make everything/it/me ?feel/sound
you are the one/problem
you could/should ?not have
you knew that/what/who
you forgot ~ too
my/own/your fault/problem
do not/you blame/put ~ me
nobody asked/told me/you
^ so i ?am ?never ?always _
i never did/meant/said
i was ?just ?only busy/checking/joking/kidding/texting/trying/working/worried
i do ?I call/clean/cook/help/listen/try
^ i am/heard/took/work every/listening/out/too
to be fair
not ?think ?he ?she ?they ?even mean/meant it/to
maybe he/she/they did/had/is/just/was/were
had/has a point
give ~ a break
not true
^ then stop _
boo hoo
^ oh great/please
whatever
^ so what
lol
what A you expect
are you joking/kidding/serious
i was not even
i am I* sick/tired of you/your
is/so perfect
-you should not have to
-you always carry/clean/end/feel/get/have/put
-not your fault
you sound I* crazy/ridiculous
you ?are I* always _
you did/do it/this too
you do not ?even appreciate/care/listen
you have no idea
you need help/therapy
i had to
i did ?I ask/call/help/say/tell/text/try
i already did/said/told
i told you
but he/i/she/they/you always/did/had/just/meant/might/never/only/probably/was
he/she/they probably
both sides
that is ?I nonsense/not/ridiculous/wrong $/how/true
never happened
this is ridiculous
actually ?, he/i/it/she/you
stop it/lying
grow up
yeah right
who cares
must be nice
thanks a lot
told you so
how dare
shame on
i disagree
-i did not know/mean how/it/that/to/you ?hurt ,
-i did not mean to hurt
-you are not
-you always do everything/it
-fault ,/that/you
-i am too

i will never/not V
i am not ?I ?going ?to V/able/available/comfortable/okay/ready/willing
i can not ?I V/hear/think ~ anymore/for/if/like/now/right/straight/tonight/until/when/while/your
i can only
i can listen/stay/talk ?, ~ after/but/for/until/when
i ?could need/use ?to ?I a/an/five/half/some/ten/twenty ?_ ?bit break/hour/minute/minutes/moment/quiet/space/time
i ?also need you to
i am/will ?going ?to ?have ?to go/hang/leave/leaving/pause/step/take/walk $/a/away/now/out/outside/up
i do not want to be
i am happy/willing to
i would ?rather ?like ?to not/pause/stop
let us I* pause/stop/take/talk ?about ?this ?a $/after/and/break/later/tomorrow/when
do not ?you ?I ?ever ?dare call/scream/shout/speak/swear/talk/yell at/to me
?please stop calling/screaming/shouting/yelling
leave me alone
shut up
get lost/out $
or else
i/we am/are ?I done ?with $/you
i am I* sick/tired of this/you/your
i have had enough
one more time/word
if you ~ ?, i am/will ?I done/go/gone/hang/leave/leaving/moving/never/out
not comfortable/okay with
i can not do/keep/talk ?this $/right
i need ?to breathe/calm/go/leave/pause/sleep/stop
can/could we I* pause/stop/take/talk ?about ?this $/a/later/tomorrow/tonight/when
that is ?I not okay $/to/with
back off
go away
enough is enough
last chance/time
put up with
-i will not ?I be/do/go/keep/leave/let/make
-i am not going to argue/let/lie/make
-i need to hear/listen
-i can only imagine
-put up with a/her/him/it/so/that/them/this

Y
shut up
leave me alone
get lost/out
or else/i/we
enough/fed/sick/tired of/up with/you/your
dare
one more
if you ~ ?, i am/will
never call/speak/talk
with you
like ?i ?am a baby/child/kid
back/go away/off
i/we am/are ?I done/leaving
last chance/time
you always/never
grow up

burning/cut/cuts/cutting/harm*/hurt*/kill* M
bruise*/kms/kys/molest*/overdos*/rape*/raping/stalk*/strangl*/suicid*/unalive
self harm*
end/ending/take/taking her/his/my/your ?own life
end/ending it all
want* to die
rather/want* ?to be dead
wish* S was/were dead/gone/never
wish* i ~ never ?been born
wish i could/would just/not disappear/wake
better off ?if ?without ?i ?was ?were dead/gone/me
A not want to exist/live/wake
A not want to be alive/here ?anymore
no point/reason in/to alive/be/being/live/living
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
does/will not allow/let me ?to go/leave/out
does/will not allow/let me ?to work $
does/will not allow/let me ?to see/talk ?to ?my anybody/anyone/family/friend*/people/sister
controls all/my/our ?my/our/the money
checks/goes/tracks ?through my phone
lock* O in/out
feel/felt like T/hitting/hurting/killing M/O
A he/she/they ?ever hit/hits/hitting/hurt/hurting/threaten* O
black eye
broke my arm/jaw/nose/rib/ribs/wrist
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
-T O bag/ball/brakes/button/car/chair/deadline/door/gym/keys/phone/road/roof/table/team/wall
-Z of what others/people/the/you
-Z of O leaving
-Z of being/going/the
-threat* me/to leave/take/with ?divorce
-never/nobody/not ?I abusive/afraid/beat/going/hit/hits/hurt/hurts/in/scared/suicidal/terrified
-would/could never
-bruise* ?my easily/ego

i/we ~ not";
