<?xml version="1.0" encoding="UTF-8"?>
<!-- Pictures in the text: those that lie ready are set, and the others named in brackets. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:p="urn:chancery:print" exclude-result-prefixes="#all"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- Those that lie ready, by the addresses that name them (plates.ts). -->
  <xsl:param name="plates" as="xs:string" select="'{}'"/>
  <xsl:variable name="ready" as="map(*)" select="parse-json($plates)"/>

  <xsl:function name="p:plate" as="map(*)?">
    <xsl:param name="graphic" as="element(graphic)"/>
    <xsl:sequence select="$graphic/@url ! $ready(normalize-space(.))"/>
  </xsl:function>

  <!-- Its file, what it shows, and its size in pixels: arguments. -->
  <xsl:function name="p:plate-arguments" as="xs:string">
    <xsl:param name="plate" as="map(*)"/>
    <xsl:sequence select="string-join((p:string($plate?name), p:string($plate?alt), ($plate?width, $plate?height) ! string(.)), ', ')"/>
  </xsl:function>

  <!-- By its description, or what it is; whoever publishes is told its file. -->
  <xsl:function name="p:picture-name" as="xs:string">
    <xsl:param name="graphic" as="element(graphic)"/>
    <xsl:sequence select="p:string('[' || ($graphic/desc/p:plain(node()), 'image')[. != ''][1] || ']')"/>
  </xsl:function>

  <!-- Each of some pictures, on lines of its own. -->
  <xsl:template name="plates">
    <xsl:param name="graphics" as="element(graphic)*" select="graphic"/>
    <xsl:text>plates((</xsl:text>
    <xsl:sequence select="$graphics ! (if (exists(p:plate(.))) then '(' || p:plate-arguments(p:plate(.)) || '), ' else p:picture-name(.) || ', ')"/>
    <xsl:text>), </xsl:text>
  </xsl:template>

  <xsl:template mode="block" match="figure">
    <xsl:variable name="is-set" select="some $graphic in graphic satisfies exists(p:plate($graphic))"/>
    <xsl:choose>
      <xsl:when test="$is-set"><xsl:call-template name="plates"/></xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="'picture(join(displayed(' || p:shown(.) || ')), '"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:for-each select="head, p[not(p:has-blocks(.))]">
      <xsl:text>join(</xsl:text><xsl:call-template name="content"/><xsl:text>), </xsl:text>
    </xsl:for-each>
    <xsl:text>)&#xA;</xsl:text>
    <xsl:apply-templates select="p[p:has-blocks(.)]" mode="block"/>
  </xsl:template>

  <!-- Whether a paragraph is nothing but pictures, of which there are some. -->
  <xsl:function name="p:is-pictures" as="xs:boolean">
    <xsl:param name="paragraph" as="element()"/>
    <xsl:sequence select="
        (some $graphic in $paragraph/graphic satisfies exists(p:plate($graphic)))
        and (every $node in $paragraph/node() satisfies $node/self::graphic or p:is-silent($node))"/>
  </xsl:function>

  <xsl:template name="paragraph-of-pictures">
    <xsl:param name="ends" as="element()?" tunnel="yes"/>
    <xsl:call-template name="plates"/>
    <xsl:text>)&#xA;</xsl:text>
    <xsl:if test="$ends is .">document-end()&#xA;</xsl:if>
  </xsl:template>

  <!-- A whole figure by its description, or what it is. -->
  <xsl:function name="p:shown" as="xs:string">
    <xsl:param name="figure" as="element(figure)"/>
    <xsl:sequence select="p:string('[' || ($figure/(figDesc, graphic/desc)/p:plain(node()), $figure/formula/p:plain(node()), $figure/notatedMusic/'music', 'image')[. != ''][1] || ']')"/>
  </xsl:function>

  <!-- Within a line its caption may name it. -->
  <xsl:template mode="inline" match="figure">
    <xsl:sequence select="'displayed(' || (if (empty((figDesc, graphic/desc)) and head) then p:string('[' || p:plain(head/node()) || ']') else p:shown(.)) || '), '"/>
  </xsl:template>

  <xsl:template mode="inline" match="graphic">
    <xsl:sequence select="if (exists(p:plate(.))) then 'plate(' || p:plate-arguments(p:plate(.)) || '), ' else p:picture-name(.) || ', '"/>
  </xsl:template>
</xsl:stylesheet>
