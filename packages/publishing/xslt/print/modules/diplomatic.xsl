<?xml version="1.0" encoding="UTF-8"?>
<!-- A document as its copy stands, where the volume is set so: nothing is corrected, the hand of the copy shows in signs,
     and where the lines of the copy are marked, they are the lines of the page. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:p="urn:chancery:print" exclude-result-prefixes="#all"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:param name="diplomatic" as="xs:string" select="'no'"/>
  <xsl:variable name="is-diplomatic" as="xs:boolean" select="$diplomatic = 'yes'"/>
  <xsl:variable name="by-line" as="xs:boolean" select="
      $is-diplomatic and exists(/TEI/text//lb[ancestor::*[self::p or self::ab or self::l or self::item or self::salute]][not(ancestor::note)][1])"/>

  <!-- Abbreviations keep their capitals. -->
  <xsl:variable name="running" as="xs:string" select="if ($is-diplomatic) then 'displayed' else 'running'"/>

  <!-- ## Lines -->

  <xsl:template name="line-beginning"><xsl:if test="$by-line">ln, </xsl:if></xsl:template>

  <xsl:template mode="inline" priority="4" match="lb[$by-line][not(ancestor::note or ancestor::head)]">
    <xsl:variable name="block" select="ancestor::*[p:is-block(.)][1]"/>
    <!-- The first line of a block begins with the block. -->
    <xsl:if test="preceding::text()[normalize-space()][1]/ancestor::*[. is $block] or preceding::gap[1]/ancestor::*[. is $block]">br, ln, </xsl:if>
  </xsl:template>

  <xsl:template mode="inline" priority="4" match="pb[$is-diplomatic][not(ancestor::note or ancestor::head)]">
    <xsl:variable name="leaf" select="string(@n)"/>
    <xsl:if test="preceding::pb[ancestor::text]">
      <xsl:sequence select="'leaf-begins(' || p:string(if ($leaf != '') then $leaf else string(1 + count(preceding::pb[ancestor::text]))) || '), '"/>
    </xsl:if>
  </xsl:template>

  <!-- ## The hand of the copy -->

  <xsl:template mode="inline" priority="4" match="del[$is-diplomatic][not(parent::restore)]">
    <xsl:choose>
      <xsl:when test="gap and normalize-space() = ''">
        <xsl:sequence select="'lost-deletion(' || (p:letters(gap[1]), 3)[1] || '), '"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="call"><xsl:with-param name="function" select="'deletion'"/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What is written over another word stands in its place; the note at the foot gives the other one. -->
  <xsl:template mode="inline" priority="5" match="subst[$is-diplomatic][p:is-overwritten(.)]">
    <xsl:text>overwritten(</xsl:text>
    <xsl:apply-templates mode="inline" select="add/node()"/>
    <xsl:text>), </xsl:text>
    <xsl:if test="$by-line">
      <xsl:sequence select="'line-note(' || p:string(normalize-space(string-join(add))) || ', ' || p:string('written over ') || ', roman('"/>
      <xsl:apply-templates mode="inline" select="del/node()"/>
      <xsl:text>)), </xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:function name="p:is-overwritten" as="xs:boolean">
    <xsl:param name="subst" as="element(subst)"/>
    <xsl:sequence select="
        exists($subst/add) and exists($subst/del)
        and tokenize(lower-case(string-join(($subst/@rend, $subst/del/@rend, $subst/add/(@rend, @place)), ' ')), '\s+') = ('overwritten', 'overwrite', 'overstrike', 'superimposed')"/>
  </xsl:function>

  <xsl:template mode="inline" priority="4" match="add[$is-diplomatic]">
    <xsl:variable name="place" select="tokenize(lower-case(@place), '\s+')"/>
    <xsl:call-template name="call">
      <xsl:with-param name="function" select="
          if ($place = ('above', 'supralinear', 'interlinear')) then 'above-line'
          else if ($place = ('below', 'infralinear')) then 'below-line'
          else 'addition'"/>
    </xsl:call-template>
    <xsl:if test="$by-line and $place = ('margin', 'left', 'right', 'top', 'bottom', 'end', 'opposite', 'overleaf')">
      <xsl:sequence select="'line-note(' || p:string(normalize-space(.)) || ', ' || p:string('added ' || string-join($place ! p:place(.), ', ')) || '), '"/>
    </xsl:if>
  </xsl:template>

  <xsl:function name="p:place" as="xs:string?">
    <xsl:param name="place" as="xs:string"/>
    <xsl:sequence select="
        map { 'margin': 'in the margin', 'left': 'at the left', 'right': 'at the right', 'top': 'at the head of the page',
          'bottom': 'at the foot of the page', 'end': 'at the end', 'opposite': 'on the opposite page',
          'overleaf': 'on the other side of the leaf' }($place)"/>
  </xsl:function>

  <xsl:template mode="inline" priority="4" match="gap[$is-diplomatic][not(parent::note[@type = 'endnote'])]">
    <xsl:sequence select="'lost(' || (p:letters(.), 'none')[1] || '), '"/>
  </xsl:template>

  <!-- An element's text with what it leaves of the word at its beginning: "res[ults]". -->
  <xsl:function name="p:whole-word" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="before" select="$element/preceding-sibling::node()[1][self::text()]"/>
    <xsl:sequence select="normalize-space(tokenize('|' || $before, '\s')[last()] ! replace(., '^\|', '') || $element)"/>
  </xsl:function>

  <!-- How many letters a gap is long, where it says so. -->
  <xsl:function name="p:letters" as="xs:integer?">
    <xsl:param name="gap" as="element(gap)"/>
    <xsl:sequence select="
        if (matches($gap/@quantity, '^[0-9]{1,3}$') and matches(lower-case($gap/@unit), '^(chars?|characters?|letters?)$'))
        then xs:integer($gap/@quantity) else ()"/>
  </xsl:function>

  <xsl:template mode="inline" priority="4" match="unclear[$is-diplomatic]">
    <xsl:text>join(</xsl:text>
    <xsl:apply-templates mode="inline"><xsl:with-param name="set" select="'doubtful'" tunnel="yes"/></xsl:apply-templates>
    <xsl:text>), </xsl:text>
  </xsl:template>

  <!-- ## As the copy has it -->

  <xsl:template mode="inline" priority="4" match="choice[$is-diplomatic]">
    <xsl:apply-templates mode="inline" select="(sic, orig, abbr, unclear, *)[1]"/>
  </xsl:template>
  <xsl:template mode="inline" priority="4" match="surplus[$is-diplomatic]"><xsl:call-template name="content"/></xsl:template>

  <!-- ## Notes by line and lemma -->

  <xsl:template mode="inline" priority="4" match="note[@type = 'textual'][$by-line][not(ancestor::head)]">
    <xsl:sequence select="'line-note(' || p:string(p:lemma(.)) || ', '"/>
    <xsl:call-template name="note-body"/>
    <xsl:text>), </xsl:text>
  </xsl:template>

  <!-- What a note is about: the element that it follows, or the word. -->
  <xsl:function name="p:lemma" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="before" select="
        $note/preceding-sibling::node()[if (. instance of text()) then normalize-space() != '' else . instance of element() and not(self::lb or self::pb or self::anchor or self::ptr or self::note)][1]"/>
    <xsl:choose>
      <xsl:when test="$before instance of element()">
        <xsl:variable name="gap" select="$before/descendant-or-self::gap[1]"/>
        <xsl:variable name="letters" select="if ($gap and normalize-space($before) = '') then p:letters($gap) else ()"/>
        <xsl:sequence select="
            if (exists($letters)) then $letters || (if ($letters = 1) then ' letter' else ' letters')
            else if (normalize-space($before) != '') then p:whole-word($before)
            else 'gap'"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="(tokenize(normalize-space($before), ' ')[last()] ! translate(., '.,;:!?()', ''), '')[1]"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>
</xsl:stylesheet>
