"""Whether somebody is `he` or `she`, as far as a title, a noun or a common first name says so."""

from __future__ import annotations

import re
from typing import Literal

Pronoun = Literal["he", "she"]

_WOMEN = frozenset(
    (
        "abigail ada adele agnes agnieszka aisha alexandra alice alicia alison allison amanda amber amelia amina amy "
        "ana anastasia angela angelina anita ann anna anne annette annie antonia april audrey ayesha barbara beatrice "
        "becky benazir bernadette beth betsy betty beverly bonnie brenda bridget brittany camilla carla carly carol "
        "carole caroline carolyn carrie cassandra catherine cecilia celia charlotte chelsea cheryl christina "
        "christine cindy claire clara claudia colleen condoleezza connie cristina crystal cynthia daisy danielle "
        "debbie deborah debra deirdre denise diana diane dianne dolores donna doris dorothy edith eileen elaine "
        "eleanor elena elisabeth elise elizabeth ella ellen emily emma erica erika esther ethel eva eve evelyn fatima "
        "fiona florence frances gabriela gabrielle gail georgia geraldine gina ginger gisele gladys gloria grace "
        "greta gretchen gwen hannah harriet heather heidi helen helena helle hillary hope ilhan ingrid irene irina "
        "iris isabel isabella isabelle ivanka jacqueline jane janet janice jeanette jeanne jenna jennifer jenny "
        "jessica jill joan joanna joanne josephine joyce juanita judith judy julia julie june kamala karen kate "
        "katherine kathleen kathryn kathy katie katrina kayla keiko kellyanne kimberly kirsten kirstjen kristen "
        "kristin kristina laura lauren leah leila lena lillian lily linda lisa liz lois loretta lori lorraine louise "
        "lucia lucille lucy lydia lynne mabel madeleine madonna maggie malala marcia margaret margarita margot maria "
        "marianne marie marilyn marina marine marisa marjorie marlene marsha martha mary maureen maxine megan meghan "
        "melania melinda melissa melody mercedes meredith michelle mildred miriam molly monica nadia nancy naomi "
        "natalia natalie natasha nicole nikki nina nora norma olga olivia pamela patricia patty paula pauline peggy "
        "penelope phyllis polly priscilla priti rachel rebecca regina renee rhonda rita roberta rosa rosalind "
        "rosemary rosie roxanne ruth sabrina sally samantha sandra sara sarah sharon sheila shelley shirley silvia "
        "sofia sonia sonya sophia sophie stacey stacy stella stephanie stormy sue susan susanna susanne suzanne "
        "sylvia tamara tammy tanya tara tatiana teresa thelma theresa tiffany tina tulsi ursula valentina valerie "
        "vanessa vera veronica victoria viola virginia vivian wanda wendy whitney winnie yolanda yulia yvette yvonne "
        "zainab zoe"
    ).split()
)
_MEN = frozenset(
    (
        "aaron abdul abdullah abraham adam adolf adrian ahmad ahmed aidan alan albert alberto aldo alejandro "
        "alexander alexei alexey alfonso alfred alfredo allan allen alvin amir anders andrei andrew andy angelo angus "
        "anthony antonin antonio antony archie arnold arthur arturo ashraf asif augustus austin barack barry bart "
        "bashar ben benedict benjamin benny bernard bernie bill billy binyamin bob bobby boris brad bradley brendan "
        "brent brett brian bruce bruno bryan byron calvin carl carlo carlos cedric cesar chad charles chester "
        "christian christopher chuck clarence clark claude claus clifford clint clinton clyde cody colin conor conrad "
        "cory craig curtis cyril cyrus damian dan daniel danny darren dave david dean dennis derek dick diego dieter "
        "dimitri dirk dmitry dominic don donald doug douglas duane duncan dustin dwayne dwight earl ed eddie edgar "
        "edmund eduardo edward edwin eli elijah elliott elon emmanuel enrique eric erik ernest ernesto ethan eugene "
        "evan felipe felix fernando fidel floyd francesco francis francisco franco francois frank franklin franz fred "
        "freddie frederick fritz gareth garrett gary gavin geert geoffrey george gerald gerard gerhard gilbert "
        "giovanni giuseppe gordon graham grant greg gregory guido guillermo gustav gustavo guy hamid hamza hans "
        "harald harold harrison harry harvey hassan hector heinrich helmut henri henry herbert herman hiroshi homer "
        "horst howard hubert hugh hugo hussein ian ibrahim igor imran isaac ismail ivan jack jacob jacques jair jake "
        "james jared jason javier jay jeb jeff jeffrey jens jeremy jerome jerry jesus jim jimmy joachim joao joe joel "
        "johan johannes john johnny jonas jonathan jorge jose josef joseph josh joshua juan julian julio justin karl "
        "keith ken kenneth kevin khalid kirk klaus kurt kyle lamar larry lars lawrence leo leon leonard leonid "
        "leopold leroy lewis liam lionel lloyd lorenzo louis luca lucas ludwig luigi luis luke mahmoud malcolm manuel "
        "marc marcel marco marcos marcus mario mark marlon marshall martin marvin mathias matteo matthew matthias "
        "maurice mauricio max maxwell mel michael miguel mike mikhail miles milton mitch mitt mohamed mohammad "
        "mohammed muhammad mustafa narendra nathan nathaniel ned neil nelson newt nicholas nick nico nicolas nigel "
        "nikolai norman oleg oliver omar osama oscar otto owen pablo patrick paul paulo pavel pedro percy pete peter "
        "phil philip philippe phillip pierre rafael ralph ramon rand randy raul ray raymond recep reginald rex "
        "ricardo richard rick ricky rob robert roberto rodney rodrigo roger roland rolf roman ron ronald rory ross "
        "roy rudolf rudy rupert russell ryan sajid salman salvador salvatore samuel saul scott sean sebastian sergei "
        "sergey sergio seth shane shaun shinzo silvio simon spencer stanley stefan stephen steve steven stewart "
        "stuart sven tariq ted terrence theodore thomas tim timothy todd tom tommy tony travis trevor ulrich vernon "
        "viktor vince vincent vincenzo vitaly vladimir volodymyr walter warren wayne werner wilhelm willem william "
        "winston wolfgang xavier yuri yusuf zachary"
    ).split()
)
_FEMALE = re.compile(
    r"\b(?:Mrs|Ms|Miss|Dame|Baroness|Duchess|Empress|Senhora|Frau|madam|spokeswoman|chairwoman|congresswoman|"
    r"businesswoman|policewoman|councilwoman|actress|waitress|hostess|queen|princess|lady|mother|wife|woman|daughter|"
    r"sister|girl|girlfriend|fiancée|aunt|niece|grandmother|granddaughter|widow|nun|ex-wife)\b",
    re.IGNORECASE,
)
_MALE = re.compile(
    r"\b(?:Mr|Herr|spokesman|chairman|congressman|businessman|policeman|councilman|fireman|actor|king|prince|lord|"
    r"father|husband|man|son|brother|sir|boy|boyfriend|fiancé|uncle|nephew|grandfather|grandson|widower|pope|ex-husband)\b",
    re.IGNORECASE,
)


def gender_of(phrase: str) -> Pronoun | None:
    """The pronoun that the words call for: `she` for a spokeswoman; nothing where they call for both."""
    is_female, is_male = _FEMALE.search(phrase) is not None, _MALE.search(phrase) is not None
    if is_female == is_male:
        return None
    return "she" if is_female else "he"


def gender_of_name(name: str) -> Pronoun | None:
    """The pronoun of whoever has this full name, by a first name that is common and of one gender."""
    first, _, rest = name.partition(" ")
    if not rest:
        return None
    word = first.lower()
    if word in _WOMEN:
        return "she"
    return "he" if word in _MEN else None
