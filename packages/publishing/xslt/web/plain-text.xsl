<?xml version="1.0" encoding="UTF-8"?>
<!--
  The words of a page as plain text, for programs that read words: a paragraph a line, an empty line between two; notes at
  the end under the figures by which the text calls them. What is a block here is one on the page.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:chancery:functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:import href="page.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:variable name="lines" as="xs:string" select="'
      ab addrLine argument bibl biblStruct byline cell closer dateline div docDate docEdition docImprint epigraph figDesc figure head
      imprimatur item l label lg line list listBibl opener p postscript quote row salute signed table titlePart trailer witness '"/>

  <xsl:template match="/">
    <xsl:variable name="blocks" as="xs:string*">
      <xsl:for-each select="$text">
        <xsl:call-template name="lines"/>
      </xsl:for-each>
      <xsl:if test="exists($notes)">
        <xsl:sequence select="'Notes'"/>
        <xsl:for-each select="$notes">
          <xsl:variable name="first" select="?calls[1]"/>
          <xsl:variable name="words" select="
            if ($first/self::head) then 'The document had no title; the title used has been furnished by the editors.'
            else f:plain(if ($first/self::ptr) then $lookup?id(f:fragment($first/@target))[1]/node() else $first/node())"/>
          <xsl:sequence select="f:called(?figure) || ' ' || $words"/>
        </xsl:for-each>
      </xsl:if>
    </xsl:variable>
    <xsl:value-of select="$blocks[. ne '']" separator="&#10;&#10;"/>
  </xsl:template>

  <xsl:function name="f:called" as="xs:string">
    <xsl:param name="figure" as="xs:string"/>
    <xsl:sequence select="'[' || $figure || ']'"/>
  </xsl:function>

  <xsl:function name="f:has-lines" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="
      $node instance of element() and not($node/self::note)
      and exists($node/descendant-or-self::*[contains($lines, ' ' || local-name() || ' ')][not(ancestor::note)])"/>
  </xsl:function>

  <!-- Each block in a line; what stands between blocks is one. -->
  <xsl:template name="lines">
    <xsl:for-each-group select="node()" group-adjacent="f:has-lines(.)">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:for-each select="current-group()">
            <xsl:choose>
              <xsl:when test="self::row"><xsl:sequence select="string-join(cell ! f:plain(.), '&#9;')"/></xsl:when>
              <xsl:when test="some $child in * satisfies f:has-lines($child)"><xsl:call-template name="lines"/></xsl:when>
              <xsl:otherwise><xsl:sequence select="f:plain(.)"/></xsl:otherwise>
            </xsl:choose>
          </xsl:for-each>
        </xsl:when>
        <xsl:otherwise><xsl:sequence select="f:plain(current-group())"/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:template match="ptr[@type = 'endnote'] | note[f:called-here(.)]" mode="plain" as="xs:string">
    <xsl:variable name="at" select="$numbering(generate-id())"/>
    <xsl:sequence select="f:called(if (exists($at)) then $at?figure else ($lookup?note(f:fragment(@target))/string(@figure), '?')[1])"/>
  </xsl:template>
  <!-- The references that are generated have words on a page; their words here are where they lead. -->
  <xsl:template match="ptr[not(@type = 'endnote')]" mode="plain" as="xs:string?">
    <xsl:variable name="entry" select="f:entry(@target)"/>
    <xsl:sequence select="if ($entry) then ($entry/@number[. ne ''], $entry/@title)[1]/string() else string(@target)[not(starts-with(., '#'))]"/>
  </xsl:template>
  <xsl:template match="head[f:furnished(.)]" mode="plain" as="xs:string*">
    <xsl:apply-templates mode="plain"/>
    <xsl:sequence select="'[*]'[exists($numbering(generate-id(current())))]"/>
  </xsl:template>
</xsl:stylesheet>
